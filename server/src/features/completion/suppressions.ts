import { engineRules } from '../../lint/engine-rules.ts';
import { rulesFor } from '../../lint/registry.ts';
import { parseSuppression } from '../../lint/suppression.ts';
import { skipSpace } from '../../syntax/characters.ts';
import type { LanguageId } from '../../syntax/language.ts';
import type { Suggestion, Suggestions } from './suggestion.ts';

const keywords: readonly Suggestion[] = [
  {
    label: 'modconf-disable-next-line',
    kind: 'keyword',
    detail: 'silence rules for the next line',
    insert: 'modconf-disable-next-line ',
  },
  {
    label: 'modconf-disable-file',
    kind: 'keyword',
    detail: 'silence rules for this file',
    insert: 'modconf-disable-file ',
  },
];

/**
 * @param before the line up to the caret
 * @returns what may stand in a comment that silences rules: its keyword, then the rules of the language; undefined when the
 *   line does not begin as a comment
 */
export function suppressionSuggestions(before: string, language: LanguageId): Suggestions | undefined {
  const hash = skipSpace(before, 0);
  if (before[hash] !== '#') return undefined;
  const start = skipSpace(before, hash + 1);
  const body = before.slice(start);
  const suppression = parseSuppression(before);
  if (suppression !== undefined && before.length > suppression.keyword.span.end) {
    if (suppression.scope === undefined || before.includes(' -- '))
      return { start, prefix: body, candidates: [] };
    const last = suppression.rules.at(-1);
    const isWriting = last !== undefined && last.span.end === before.length;
    const written = new Set(suppression.rules.slice(0, isWriting ? -1 : undefined).map(({ name }) => name));
    return {
      start: isWriting ? last.span.start : before.length,
      prefix: isWriting ? last.name : '',
      candidates: ruleSuggestions(language).filter(({ label }) => !written.has(label)),
    };
  }
  const isKeyword = keywords.some(({ label }) => label.startsWith(body));
  return { start, prefix: body, candidates: isKeyword ? keywords : [] };
}

function ruleSuggestions(language: LanguageId): Suggestion[] {
  return [...rulesFor(language), ...engineRules].map(({ id, docs }) => ({
    label: id,
    kind: 'constant',
    detail: docs.summary,
    about: { kind: 'rule', name: id },
  }));
}
