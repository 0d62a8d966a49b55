import type { Diagnostic } from '../../lint/diagnostic.ts';
import type { TextEdit } from '../../text/span.ts';

/**
 * Makes the lines that fixes put in end as the lines around them do.
 *
 * @param text what the diagnostics were made from
 */
export function keepLineEndings(text: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!text.includes('\r\n')) return diagnostics;
  const lines = text.split('\n');
  const adapt = (edit: TextEdit): TextEdit =>
    isInCrlf(edit, lines) ? { ...edit, newText: edit.newText.replaceAll(/\r?\n/g, '\r\n') } : edit;
  return diagnostics.map((diagnostic) => {
    const { fix } = diagnostic;
    return fix === undefined ? diagnostic : { ...diagnostic, fix: { ...fix, edits: fix.edits.map(adapt) } };
  });
}

/** The last line ends as the one before it does. */
function isInCrlf({ range: { end } }: TextEdit, lines: readonly string[]): boolean {
  const line = end.line === lines.length - 1 ? end.line - 1 : end.line;
  return lines[line]?.endsWith('\r') === true;
}
