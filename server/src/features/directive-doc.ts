/** What people are told about a directive: in hovers, completion and signature help. */
export interface DirectiveDoc {
  /** How it is written, parameters in capitals: `alias NAME MODULE`. What may be repeated ends in `…`. */
  readonly form: string;
  /** What the parameters of the form are, in order. */
  readonly parameters: readonly ParameterDoc[];
  /** What it does, in one or two sentences. Markdown. */
  readonly summary: string;
  /** What surprises people, a sentence each. Markdown. */
  readonly traps: readonly string[];
}

export interface ParameterDoc {
  /** As it stands in the form. */
  readonly name: string;
  readonly what: string;
}

/** @returns the form as a snippet: each parameter a place to fill in, in order. */
export function snippetOf({ form, parameters }: DirectiveDoc): string {
  let snippet = '';
  let at = 0;
  parameters.forEach(({ name }, index) => {
    const start = form.indexOf(name, at);
    snippet += `${escapeSnippet(form.slice(at, start))}\${${index + 1}:${escapeSnippet(name.replace('…', ''))}}`;
    at = start + name.length;
  });
  return snippet + escapeSnippet(form.slice(at));
}

function escapeSnippet(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('$', '\\$').replaceAll('}', '\\}');
}
