import type { DocumentFix } from '../../rule.ts';
import type { EntryIndex } from './entry-index.ts';
import type { PlacedEntry } from './support.ts';

/** Far more than any module needs; a line that needs more is not put in order. */
const maximumNeeds = 2000;

/**
 * Puts what an entry needs in the order of depmod: each module before those that it needs itself, because they are
 * inserted from right to left. What is in order already stays as it is.
 *
 * @param extra what is missing on the line
 * @returns the edit; undefined for an entry with dependencies that lead nowhere, or too many
 */
export function reorder(
  entry: PlacedEntry,
  extra: readonly string[],
  index: EntryIndex,
  title: string,
): DocumentFix | undefined {
  const words = [...entry.tree.dependencies.map(({ text }) => text), ...extra];
  const needs = new Map<PlacedEntry, string>();
  for (const text of words) {
    const need = index.resolve(text, entry);
    if (need === undefined || need === entry) return undefined;
    needs.set(need, text);
  }
  if (words.length > maximumNeeds) return undefined;
  const inserted = insertionOrder([...needs.keys()].reverse(), index);
  const newText = inserted
    .reverse()
    .map((need) => needs.get(need)!)
    .join(' ');
  const { dependencies } = entry.tree;
  const span = { start: dependencies[0]!.span.start, end: dependencies.at(-1)!.span.end };
  return { title, safety: 'unsafe', edits: [{ line: entry.line, span, newText }] };
}

/** @returns the entries in an order in which each comes behind what it needs of them; without recursion. */
function insertionOrder(entries: readonly PlacedEntry[], index: EntryIndex): PlacedEntry[] {
  const wanted = new Set(entries);
  const done = new Set<PlacedEntry>();
  const open = new Set<PlacedEntry>();
  for (const start of entries) {
    const stack = [start];
    for (let entry = stack.at(-1); entry !== undefined; entry = stack.at(-1)) {
      const isFirstVisit = !open.has(entry) && !done.has(entry);
      open.add(entry);
      const missing = isFirstVisit
        ? index.needsOf(entry).filter((need) => wanted.has(need) && !open.has(need) && !done.has(need))
        : [];
      stack.push(...missing);
      if (missing.length > 0) continue;
      stack.pop();
      done.add(entry);
    }
  }
  return [...done];
}
