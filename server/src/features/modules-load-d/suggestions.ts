import { modulesLoadD } from '../../syntax/modules-load-d/language.ts';
import type { Suggestions } from '../completion/suggestion.ts';
import { kmodView } from '../kmod-view.ts';
import { moduleNameSuggestions } from '../module-names.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * @param before the line up to the caret
 * @returns the modules of the tree, for the one word that a line has
 */
export function modulesLoadDSuggestions(snapshot: Snapshot, before: string): Suggestions | undefined {
  const { tree } = modulesLoadD.readLine(before, 0);
  if (tree.kind === 'comment') return undefined;
  const candidates = moduleNameSuggestions(kmodView(snapshot).tree);
  if (tree.kind === 'empty') return { start: before.length, prefix: '', candidates };
  const { text, span } = tree.name;
  return tree.words.length === 1 && span.end === before.length
    ? { start: span.start, prefix: text, candidates }
    : undefined;
}
