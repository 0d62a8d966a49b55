import type { Diagnostic, Fix, Severity } from '../../lint/diagnostic.ts';
import { ruleUrl } from '../../lint/rule-page.ts';
import type { LanguageId } from '../../syntax/language.ts';
import type { Position, Range } from '../../text/span.ts';

/** A finding as the formats `json` and `json-lines` have it; lines and characters are one-based. */
export interface DiagnosticJson {
  readonly path: string;
  readonly language: LanguageId;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly fix?: Fix['safety'];
  readonly related?: readonly { readonly path: string; readonly range: Range; readonly message: string }[];
  readonly url: string;
}

export function diagnosticToJson(diagnostic: Diagnostic): DiagnosticJson {
  const { path, language, rule, severity, message, range, fix, related } = diagnostic;
  return {
    path,
    language,
    rule,
    severity,
    message,
    range: oneBased(range),
    ...(fix !== undefined && { fix: fix.safety }),
    ...(related !== undefined && {
      related: related.map((place) => ({
        path: place.path,
        range: oneBased(place.range),
        message: place.message,
      })),
    }),
    url: ruleUrl(rule),
  };
}

export function oneBased(range: Range): Range {
  return shifted(range, 1);
}

export function zeroBased(range: Range): Range {
  return shifted(range, -1);
}

function shifted({ start, end }: Range, by: number): Range {
  const move = ({ line, character }: Position) => ({ line: line + by, character: character + by });
  return { start: move(start), end: move(end) };
}
