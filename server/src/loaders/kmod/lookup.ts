import { joinPath } from '../../files/paths.ts';
import { normalizeName } from '../../syntax/modprobe-d/names.ts';
import type { ModuleTree, TreeAlias } from '../../tree/module-tree.ts';
import { withUnderscores } from '../../tree/names.ts';
import type { Reason, ReasonKind } from '../load-plan.ts';
import type { TreeOrigin } from '../origin.ts';
import type { CommandEntry, KmodConfiguration } from './configuration.ts';
import { type ConfigurationIndex, indexOf } from './configuration-index.ts';

/** A module that a name leads to. It need not exist: an alias may name anything. */
export interface FoundModule {
  /** Normalised. */
  readonly name: string;
  /**
   * What it was found by, where that is an alias: the pattern of the configuration's line, or the request for an alias of
   * the tree. Options lines with that name count for the module too.
   */
  readonly alias: string | undefined;
  readonly reason: Reason;
  /** It is compiled in: that is how it was found. */
  readonly builtin: boolean;
  /** The install line that has exactly the requested name, where the module was found by that. */
  readonly install: CommandEntry | undefined;
}

export interface Lookup {
  /** The name with `_` for `-`; undefined where an unpaired bracket makes it invalid. */
  readonly normalized: string | undefined;
  /** What was found, in kmod's order; empty when nothing is. */
  readonly modules: readonly FoundModule[];
}

/**
 * Looks a name up as kmod does; the first place that has anything wins: aliases of the configuration, modules.dep,
 * modules.symbols (only for `symbol:…`), install and remove lines of that name, modules.alias, modules.builtin, the aliases
 * of what is compiled in.
 *
 * @param request a module name, an alias, a device alias; as given
 */
export function lookup(request: string, configuration: KmodConfiguration, tree: ModuleTree): Lookup {
  const normalized = normalizeName(request);
  if (normalized === undefined) return { normalized, modules: [] };
  const index = indexOf(configuration);
  const places = [fromAliases, fromModulesDep, fromSymbols, fromCommands, fromTreeAliases, fromBuiltin];
  for (const place of places) {
    const modules = place(normalized, tree, index);
    if (modules.length > 0) return { normalized, modules };
  }
  return { normalized, modules: [] };
}

type Place = (name: string, tree: ModuleTree, index: ConfigurationIndex) => FoundModule[];

const fromAliases: Place = (name, _tree, index) =>
  index.aliases(name).map(({ pattern, module, origin }) => ({
    ...found(module, { kind: 'alias', text: `alias ${pattern}`, origin }),
    alias: pattern,
  }));

const fromModulesDep: Place = (name, tree) => {
  if (name.includes(':')) return [];
  const entry = tree.module(name);
  if (entry === undefined) return [];
  return [
    found(entry.name, {
      kind: 'request',
      text: 'asked for by name',
      origin: treeOrigin(tree, 'modules.dep', entry.line),
    }),
  ];
};

const fromSymbols: Place = (name, tree) =>
  name.startsWith('symbol:') ? fromTree(name, tree.symbols(name), tree, 'modules.symbols', 'symbol') : [];

const fromCommands: Place = (name, _tree, index) => {
  const install = index.commandNamed('install', name);
  const command = install ?? index.commandNamed('remove', name);
  if (command === undefined) return [];
  const text = `${install ? 'install' : 'remove'} line of that name`;
  return [{ ...found(asModuleName(name), { kind: 'command', text, origin: command.origin }), install }];
};

const fromTreeAliases: Place = (name, tree) =>
  fromTree(name, tree.aliases(name), tree, 'modules.alias', 'tree-alias');

const fromBuiltin: Place = (name, tree) => {
  if (tree.isBuiltin(name)) {
    const origin = treeOrigin(tree, 'modules.builtin', -1);
    return [
      { ...found(asModuleName(name), { kind: 'builtin', text: 'compiled in', origin }), builtin: true },
    ];
  }
  const aliases = tree.builtinAliases(name);
  return fromTree(name, aliases, tree, 'modules.builtin.modinfo', 'tree-alias').map((each) => ({
    ...each,
    builtin: true,
  }));
};

function found(name: string, reason: Reason): FoundModule {
  return { name, alias: undefined, reason, builtin: false, install: undefined };
}

/** kmod makes a module's name of a name as of a file: `m.ko` is `m`, and `-` is `_` even inside brackets. */
function asModuleName(name: string): string {
  const dot = name.indexOf('.');
  return withUnderscores(dot === -1 ? name : name.slice(0, dot));
}

function fromTree(
  request: string,
  aliases: readonly TreeAlias[],
  tree: ModuleTree,
  file: string,
  kind: ReasonKind,
): FoundModule[] {
  return aliases.map(({ pattern, module, line }) => ({
    ...found(module, { kind, text: `alias ${pattern}`, origin: treeOrigin(tree, file, line) }),
    alias: request,
  }));
}

/** @returns a line of one of the tree's files as an origin. */
export function treeOrigin(tree: ModuleTree, file: string, line: number): TreeOrigin {
  return { kind: 'tree', path: joinPath(tree.directory, file), line };
}
