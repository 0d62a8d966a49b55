import type { Suggestion, Suggestions } from './suggestion.ts';

/** As many as anybody looks through; with more letters typed the others come. */
const maximumItems = 100;

/**
 * @returns the suggestions that fit what is written: those that begin with it, then those that hold it, each by rank and name.
 *   `-` and `_`, upper and lower case count as the same here.
 */
export function bestOf({ prefix, candidates }: Suggestions): {
  readonly best: readonly Suggestion[];
  readonly isComplete: boolean;
} {
  const wanted = comparable(prefix);
  const seen = new Set<string>();
  const found: { readonly suggestion: Suggestion; readonly key: number }[] = [];
  for (const suggestion of candidates) {
    const { label, rank = 0 } = suggestion;
    const at = wanted === '' ? 0 : comparable(label).indexOf(wanted);
    if (at === -1 || seen.has(label)) continue;
    seen.add(label);
    found.push({ suggestion, key: (at === 0 ? 0 : 1000) + rank });
  }
  // The fast comparison finds the best of many; people read numbers as numbers.
  found.sort((left, right) => left.key - right.key || compare(left.suggestion.label, right.suggestion.label));
  const best = found.slice(0, maximumItems);
  best.sort(
    (left, right) => left.key - right.key || collator.compare(left.suggestion.label, right.suggestion.label),
  );
  return { best: best.map(({ suggestion }) => suggestion), isComplete: found.length <= maximumItems };
}

const collator = new Intl.Collator('en', { numeric: true });

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function comparable(text: string): string {
  return text.toLowerCase().replaceAll('-', '_');
}
