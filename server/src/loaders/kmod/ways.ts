import type { ModuleEntry, ModuleTree } from '../../tree/module-tree.ts';
import { moduleNameOf } from '../../tree/names.ts';
import type { KmodConfiguration, SoftdepEntry } from './configuration.ts';
import { indexOf } from './configuration-index.ts';
import { lookup, treeOrigin } from './lookup.ts';
import { RequestWays } from './request-ways.ts';
import type { Way } from './way.ts';

/** A module, the softdep that counts for it, and the modules that this leads to. */
interface OwnedSoftdep {
  readonly owner: string;
  readonly softdep: SoftdepEntry;
  readonly targets: readonly string[];
}

/**
 * The ways to every module of a tree, with one configuration. What a module depends on comes with it when modprobe works on
 * the module itself: for a request, or for a softdep; not when the module is a dependency (modules.dep is transitive). Softdeps
 * count for dependencies, too.
 */
export class Ways {
  readonly #tree: ModuleTree;
  readonly #requests: RequestWays;
  readonly #dependents: ReadonlyMap<string, readonly ModuleEntry[]>;
  /** By the modules that they lead to. */
  readonly #softdeps: ReadonlyMap<string, readonly OwnedSoftdep[]>;
  /** What modprobe may work on for itself. */
  readonly #reached = new Set<string>();
  /** The same with all dependencies. */
  readonly #loaded = new Set<string>();

  constructor(configuration: KmodConfiguration, tree: ModuleTree) {
    this.#tree = tree;
    this.#requests = new RequestWays(configuration, tree);
    this.#dependents = groupByKeys(tree.modules(), dependenciesOf);
    const names = namesOf(configuration, tree);
    const softdeps = softdepsOf(names, configuration, tree);
    this.#softdeps = groupByKeys(softdeps.values(), ({ targets }) => targets);
    this.#reach(names, softdeps);
  }

  /** @returns every way to a module of the tree: requests, dependencies, softdeps. */
  to({ name }: ModuleEntry): Way[] {
    return [
      ...this.#requests.to(name),
      ...(this.#dependents.get(name) ?? []).map((dependent) => this.#byDependent(dependent)),
      ...(this.#softdeps.get(name) ?? []).map((softdep) => this.#bySoftdep(softdep)),
    ];
  }

  #byDependent({ name, line }: ModuleEntry): Way {
    const origin = treeOrigin(this.#tree, 'modules.dep', line);
    const closedBy = this.#reached.has(name) ? undefined : this.#requests.elsewhere(name);
    return { kind: 'dependency', through: name, origin, closedBy };
  }

  #bySoftdep({ owner, softdep }: OwnedSoftdep): Way {
    const closedBy = this.#loaded.has(owner) ? undefined : this.#requests.elsewhere(owner);
    return { kind: 'softdep', through: owner, origin: softdep.origin, closedBy };
  }

  #reach(names: ReadonlySet<string>, softdeps: ReadonlyMap<string, OwnedSoftdep>): void {
    const pending = [...names].filter((name) => this.#requests.isAskedFor(name));
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      if (this.#reached.has(name)) continue;
      this.#reached.add(name);
      const entry = this.#tree.module(name);
      for (const loaded of [name, ...(entry === undefined ? [] : dependenciesOf(entry))]) {
        this.#loaded.add(loaded);
        pending.push(...(softdeps.get(loaded)?.targets ?? []));
      }
    }
  }
}

function dependenciesOf({ dependencies }: ModuleEntry): string[] {
  return dependencies.map(moduleNameOf);
}

/** @returns every name that modprobe may come to and that a softdep may be for. */
function namesOf(configuration: KmodConfiguration, tree: ModuleTree): Set<string> {
  const names = new Set<string>();
  for (const { name } of tree.modules()) names.add(name);
  for (const { module } of configuration.aliases) names.add(module);
  for (const { module } of configuration.softdeps)
    for (const { name } of lookup(module, configuration, tree).modules) names.add(name);
  return names;
}

function softdepsOf(
  names: ReadonlySet<string>,
  configuration: KmodConfiguration,
  tree: ModuleTree,
): Map<string, OwnedSoftdep> {
  const index = indexOf(configuration);
  const known = new Map<SoftdepEntry, readonly string[]>();
  const targetsOf = ({ pre, post }: SoftdepEntry): string[] =>
    [...pre, ...post].flatMap((name) => lookup(name, configuration, tree).modules.map((found) => found.name));
  const owned = new Map<string, OwnedSoftdep>();
  for (const owner of names) {
    const softdep = index.softdep(owner);
    if (softdep === undefined) continue;
    const targets = known.get(softdep) ?? targetsOf(softdep);
    known.set(softdep, targets);
    owned.set(owner, { owner, softdep, targets });
  }
  return owned;
}

/** @returns `items` by their keys, of which an item may have several. */
function groupByKeys<Item>(
  items: Iterable<Item>,
  keysOf: (item: Item) => readonly string[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}
