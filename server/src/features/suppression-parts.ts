import { parseSuppression } from '../lint/suppression.ts';
import type { LinePart } from './line-part.ts';

/** @returns the rules that a line silences, if it is such a comment. */
export function suppressionParts(raw: string): LinePart[] {
  const rules = parseSuppression(raw)?.rules ?? [];
  return rules.map(({ name, span }) => ({ kind: 'rule', id: name, span }));
}
