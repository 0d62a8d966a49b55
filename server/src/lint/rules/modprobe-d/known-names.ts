import type { KmodConfiguration } from '../../../loaders/kmod/configuration.ts';
import { lookup } from '../../../loaders/kmod/lookup.ts';
import type { ModprobeDTree } from '../../../syntax/modprobe-d/tree.ts';
import type { SourceDocument } from '../../../text/source-document.ts';
import type { ModuleTree } from '../../../tree/module-tree.ts';
import { namesOf, type PlacedName } from './names.ts';
import { normalized } from './support.ts';

/** A word of a document that names a module which is not in the tree. */
export interface UnknownName extends PlacedName {
  /** Normalised. */
  readonly name: string;
}

/** @returns the names in a document that lead to no module of a tree, compiled in or not; each name once for each role. */
export function unknownNamesIn(
  document: SourceDocument<ModprobeDTree>,
  set: KmodConfiguration,
  tree: ModuleTree,
): UnknownName[] {
  const found = new Map<string, UnknownName>();
  for (const { line, role, word } of namesOf(document)) {
    const name = normalized(word);
    const key = `${role} ${name}`;
    if (!isPlain(name) || found.has(key) || isKnown(name, set, tree)) continue;
    found.set(key, { line, role, word, name });
  }
  return [...found.values()];
}

/** What is a pattern, a device alias, or no name that a module can have, is for other rules. */
function isPlain(name: string): boolean {
  return /^\w+$/.test(name);
}

function isKnown(name: string, set: KmodConfiguration, tree: ModuleTree): boolean {
  if (tree.module(name) !== undefined || tree.isBuiltin(name)) return true;
  // A line `install NAME …` is found by that name, and is no sign that there is such a module.
  return lookup(name, set, tree).modules.some(({ reason }) => reason.kind !== 'command');
}
