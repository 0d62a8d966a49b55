import type { Diagnostic, Fix, Severity } from '../../lint/diagnostic.ts';
import { ruleUrl } from '../../lint/rule-page.ts';
import type { LanguageId } from '../../syntax/language.ts';
import type { Position, Range } from '../../text/span.ts';

function shifted({ start, end }: Range, by: number): Range {
  const move = ({ line, character }: Position) => ({ line: line + by, character: character + by });
  return { start: move(start), end: move(end) };
}
