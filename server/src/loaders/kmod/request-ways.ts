import { fnmatch, literalPrefixLength } from '../../files/fnmatch.ts';
import { groupBy } from '../../tree/group-by.ts';
import type { ModuleTree, TreeAlias } from '../../tree/module-tree.ts';
import type { Reason } from '../load-plan.ts';
import type { AliasEntry, KmodConfiguration } from './configuration.ts';
import { type ConfigurationIndex, indexOf } from './configuration-index.ts';
import { lookup, treeOrigin } from './lookup.ts';
import type { Way } from './way.ts';

/** The requests that lead to a module: its name, and every alias of the configuration and the tree. */
export class RequestWays {
  readonly #configuration: KmodConfiguration;
  readonly #index: ConfigurationIndex;
  readonly #tree: ModuleTree;
  /** Aliases by what they lead to. */
  readonly #aliases: ReadonlyMap<string, readonly AliasEntry[]>;
  /** Aliases with no wildcard but `*`. */
  readonly #wideAliases: readonly AliasEntry[];

  constructor(configuration: KmodConfiguration, tree: ModuleTree) {
    this.#configuration = configuration;
    this.#index = indexOf(configuration);
    this.#tree = tree;
    this.#aliases = groupBy(configuration.aliases, ({ module }) => module);
    this.#wideAliases = configuration.aliases.filter(({ pattern }) => /^[^?[\\]*$/.test(pattern));
  }

  /** @returns the requests for a normalised name; its name first, whether a module has it or not. */
  *to(name: string): Generator<Way> {
    const line = this.#tree.module(name)?.line ?? -1;
    const origin = treeOrigin(this.#tree, 'modules.dep', line);
    yield { kind: 'name', through: name, origin, closedBy: this.elsewhere(name) };
    for (const alias of this.#aliases.get(name) ?? [])
      yield {
        kind: 'alias',
        through: alias.pattern,
        origin: alias.origin,
        closedBy: this.#blacklisted(name),
      };
    // A module's name as an alias of it is never looked up: modules.dep comes first.
    for (const alias of this.#tree.aliasesOf(name))
      if (alias.pattern !== name) yield this.#byTreeAlias('tree-alias', alias);
    for (const alias of this.#tree.symbolsOf(name)) yield this.#byTreeAlias('symbol', alias);
  }

  /** @returns whether any request leads to a normalised name. */
  isAskedFor(name: string): boolean {
    for (const way of this.to(name)) if (way.closedBy === undefined) return true;
    return false;
  }

  /** @returns where a request for a module's name, or for another name, leads instead of to the module. */
  elsewhere(module: string, request = module): Reason | undefined {
    const { modules } = lookup(request, this.#configuration, this.#tree);
    return modules.some(({ name }) => name === module) ? undefined : (modules[0]?.reason ?? nowhere);
  }

  #byTreeAlias(kind: 'tree-alias' | 'symbol', { pattern, module, line }: TreeAlias): Way {
    const origin = treeOrigin(this.#tree, kind === 'symbol' ? 'modules.symbols' : 'modules.alias', line);
    const isName = literalPrefixLength(pattern) === pattern.length;
    const closedBy =
      this.#blacklisted(module) ??
      (isName ? this.elsewhere(module, pattern) : this.#coveredByAlias(pattern, module));
    return { kind, through: pattern, origin, closedBy };
  }

  #blacklisted(module: string): Reason | undefined {
    const entry = this.#index.blacklist(module);
    return entry && { kind: 'blacklist', text: `blacklist ${module}`, origin: entry.origin };
  }

  /**
   * @returns the alias of the configuration that surely takes every request that a pattern of the tree stands for: where an
   *   alias matches the pattern's own text, its `*` stand for the pattern's wildcards, and so for whatever those stand for
   */
  #coveredByAlias(pattern: string, module: string): Reason | undefined {
    const covering = this.#wideAliases.find((alias) => fnmatch(alias.pattern, pattern));
    if (covering === undefined || this.#index.aliases(pattern).some((alias) => alias.module === module))
      return undefined;
    return { kind: 'alias', text: `alias ${covering.pattern}`, origin: covering.origin };
  }
}

/** Nothing has the name. */
const nowhere: Reason = { kind: 'request', text: 'there is no module of that name' };
