import type { Diagnostic, RelatedPlace, Severity } from '../../lint/diagnostic.ts';
import { ruleUrl } from '../../lint/rule-page.ts';
import type { Position, Range } from '../../text/span.ts';
import type { FileReport, Reporter } from './reporter.ts';

/** One JSON object with all findings, for programs; lines and characters are one-based. */
export class JsonReporter implements Reporter {
  #files = 0;
  readonly #diagnostics: object[] = [];
  readonly #summary: Record<Severity, number> = { error: 0, warning: 0, info: 0 };

  file({ diagnostics }: FileReport): string {
    this.#files++;
    for (const diagnostic of diagnostics) {
      this.#summary[diagnostic.severity]++;
      this.#diagnostics.push(toJson(diagnostic));
    }
    return '';
  }

  end(): string {
    const result = {
      version: 1,
      files: this.#files,
      diagnostics: this.#diagnostics,
      summary: this.#summary,
    };
    return `${JSON.stringify(result)}\n`;
  }
}

function toJson(diagnostic: Diagnostic): object {
  const { path, language, rule, severity, message, range, fix, related } = diagnostic;
  return {
    path,
    language,
    rule,
    severity,
    message,
    range: oneBased(range),
    ...(fix !== undefined && { fix: fix.safety }),
    ...(related !== undefined && { related: related.map(relatedToJson) }),
    url: ruleUrl(rule),
  };
}

function relatedToJson({ path, range, message }: RelatedPlace): object {
  return { path, range: oneBased(range), message };
}

function oneBased({ start, end }: Range): { start: Position; end: Position } {
  return { start: oneBasedPosition(start), end: oneBasedPosition(end) };
}

function oneBasedPosition({ line, character }: Position): Position {
  return { line: line + 1, character: character + 1 };
}
