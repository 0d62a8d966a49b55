import type { Dep24, Dep24Entry } from '../../../tree/dep24.ts';
import type { ChainLink, Reason } from '../../load-plan.ts';
import type { OptionsEntry } from '../configuration.ts';
import { knownWords } from '../configuration.ts';
import { type AliasChain, followAliases } from './alias-chain.ts';
import type { ConfigurationIndex } from './configuration-index.ts';

/** What modprobe knows about a name before it stacks the module. */
export interface Descriptor {
  /** The name and what it is an alias of, one after the other. */
  readonly names: readonly ChainLink[];
  /** The last name of the chain; undefined for `off`. */
  readonly target: string | undefined;
  /** The module's name in the kernel: what `-o` says, otherwise the target. */
  readonly kernelName: string | undefined;
  readonly node: Dep24Entry | undefined;
  /** The options of the names, those of the last name first. */
  readonly options: readonly OptionsEntry[];
  readonly neverAutoclean: boolean;
  /** Whether modprobe says that the aliases go round in circles. */
  readonly loops: boolean;
}

/** A module in the order in which it is loaded. */
export interface StackedModule extends Descriptor {
  readonly kernelName: string;
  readonly node: Dep24Entry;
  readonly reasons: Reason[];
}

/** The pseudo module that is always there and loads nothing. */
const nullModule: Dep24Entry = { name: 'null', path: 'null', dependencies: [], line: -1 };

/**
 * @param path the module file that is meant, if it is not for the name to decide
 * @param followsAliases dependencies are real modules and follow none
 * @returns undefined when the module file that is meant is not in modules.dep
 */
export function describe(
  name: string,
  path: string | undefined,
  followsAliases: boolean,
  list: Dep24,
  index: ConfigurationIndex,
): Descriptor | undefined {
  const named = path === undefined ? undefined : list.byPath(path);
  if (path !== undefined && named === undefined) return undefined;
  const chain: AliasChain = followsAliases
    ? followAliases(name, index)
    : { names: name === 'off' ? [] : [{ name }], off: name === 'off', loops: false };
  const target = chain.off ? undefined : chain.names.at(-1)!.name;
  const options = chain.names.flatMap((link) => index.options(link.name) ?? []);
  return {
    names: chain.names,
    target,
    kernelName: kernelNameOf(options) ?? target,
    node: named ?? (target === undefined ? undefined : target === 'null' ? nullModule : list.byName(target)),
    options: options.toReversed(),
    neverAutoclean: options.some((entry) => entry.neverAutoclean),
    loops: chain.loops,
  };
}

/** @returns what the first `-o` says. */
function kernelNameOf(options: readonly OptionsEntry[]): string | undefined {
  for (const entry of options) {
    const words = knownWords(entry);
    const at = words.indexOf('-o');
    if (at !== -1 && words[at + 1] !== undefined) return words[at + 1];
  }
  return undefined;
}
