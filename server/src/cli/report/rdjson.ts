import type { Severity } from '../../lint/diagnostic.ts';
import { projectUrl, ruleUrl } from '../../lint/rule-page.ts';
import { encode } from '../../text/encoding.ts';
import type { Position, Range } from '../../text/span.ts';
import type { FileReport, ReportedDiagnostic } from './file-report.ts';
import { JsonList } from './json-list.ts';
import type { Reporter } from './reporter.ts';
import { visible } from './visible.ts';
import { isWellFormed, wellFormed } from './well-formed.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

/** Reviewdog Diagnostic Format: review bots post the findings, with their fixes as suggestions. */
export class RdjsonReporter implements Reporter {
  readonly #list = new JsonList(
    `{"source":${JSON.stringify({ name: 'modconf', url: projectUrl })},"diagnostics":[`,
    ']}\n',
  );

  file({ path, diagnostics, lines }: FileReport): string {
    return this.#list.add(diagnostics.map((diagnostic) => toRdjson(path, diagnostic, lines)));
  }

  end(): string {
    return this.#list.end();
  }
}

function toRdjson(path: string, diagnostic: ReportedDiagnostic, lines: FileReport['lines']): object {
  const { message, range, severity, rule, fix } = diagnostic;
  // A suggestion is text; what is not UTF-8 cannot be suggested.
  const suggestions = fix?.edits.every(({ newText }) => isWellFormed(newText))
    ? fix.edits.map((edit) => ({ range: inBytes(edit.range, lines), text: edit.newText }))
    : [];
  return {
    message: visible(message),
    location: { path: wellFormed(path), range: inBytes(range, lines) },
    severity: severities[severity],
    code: { value: rule, url: ruleUrl(rule) },
    ...(suggestions.length > 0 && { suggestions }),
  };
}

/** Lines and columns are one-based there, and columns count the bytes of UTF-8. */
function inBytes({ start, end }: Range, lines: FileReport['lines']): object {
  const place = ({ line, character }: Position) => {
    const before = (lines.get(line) ?? '').slice(0, character);
    return { line: line + 1, column: encode(before).length + 1 };
  };
  return { start: place(start), end: place(end) };
}
