import type { LineWord } from '../../../syntax/line-word.ts';
import type { CommandLine } from '../../../syntax/modprobe-d/tree.ts';
import { isDirective, type ModprobeDocument, readCommandsOf } from './support.ts';

/** What a name in a line is for. */
export type NameRole =
  | 'alias-target'
  | 'blacklist'
  | 'install'
  | 'options'
  | 'remove'
  | 'softdep'
  | 'softdep-module'
  | 'weakdep'
  | 'weakdep-module';

/** A word of a line that names a module. */
export interface NamedModule {
  readonly role: NameRole;
  readonly word: LineWord;
}

/** @returns the words of a line that name modules; none for a line that modprobe ignores. */
export function namesIn(tree: CommandLine): NamedModule[] {
  if (isDirective(tree, 'alias')) {
    const target = tree.words[1];
    return target === undefined ? [] : [{ role: 'alias-target', word: target }];
  }
  if (isDirective(tree, 'softdep')) {
    const modules = tree.sections.flatMap((section) => section.modules);
    return [
      ...named('softdep', tree.name),
      ...modules.map((word) => ({ role: 'softdep-module', word }) as const),
    ];
  }
  if (isDirective(tree, 'weakdep')) {
    const modules = tree.modules.map((word) => ({ role: 'weakdep-module', word }) as const);
    return [...named('weakdep', tree.name), ...modules];
  }
  if (isDirective(tree, 'blacklist', 'install', 'options', 'remove')) return named(tree.directive, tree.name);
  return [];
}

function named(role: NameRole, word: LineWord | undefined): NamedModule[] {
  return word === undefined ? [] : [{ role, word }];
}

/** A word of a document that names a module. */
export interface PlacedName extends NamedModule {
  readonly line: number;
}

const known = new WeakMap<ModprobeDocument, readonly PlacedName[]>();

/** @returns the words of a document that name modules, in order; found once, because several rules ask. */
export function namesOf(document: ModprobeDocument): readonly PlacedName[] {
  let names = known.get(document);
  if (names === undefined) {
    names = readCommandsOf(document).flatMap(({ line, tree }) =>
      namesIn(tree).map(({ role, word }) => ({ line, role, word })),
    );
    known.set(document, names);
  }
  return names;
}
