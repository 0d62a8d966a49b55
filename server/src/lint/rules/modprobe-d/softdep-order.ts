import type { KmodConfiguration, SoftdepEntry } from '../../../loaders/kmod/configuration.ts';
import { lookup } from '../../../loaders/kmod/lookup.ts';
import type { ModuleTree } from '../../../tree/module-tree.ts';
import { moduleNameOf } from '../../../tree/names.ts';
import { circlesIn } from '../../circles.ts';
import { hasWildcard } from './support.ts';
import { winningSoftdep } from './winners.ts';

/** One module is to be loaded before another, because a softdep says so. */
interface Demand {
  readonly before: string;
  readonly after: string;
}

/** The modules that have to be there before others, by the softdeps that count and by modules.dep. */
export class SoftdepOrder {
  readonly #tree: ModuleTree;
  readonly #demands = new Map<SoftdepEntry, readonly Demand[]>();
  readonly #needs = new Map<string, string[]>();
  /** For each module in a circle, which one. */
  readonly #circles = new Map<string, number>();

  constructor(set: KmodConfiguration, tree: ModuleTree) {
    this.#tree = tree;
    for (const softdep of set.softdeps) {
      if (hasWildcard(softdep.module) || winningSoftdep(softdep, set) !== softdep) continue;
      const demands = demandsOf(softdep, set, tree);
      this.#demands.set(softdep, demands);
      for (const { before, after } of demands) {
        const needs = this.#needs.get(after);
        if (needs === undefined) this.#needs.set(after, [before]);
        else needs.push(before);
      }
    }
    const circles = circlesIn(this.#needs.keys(), (name) => this.#needsOf(name));
    for (const [number, circle] of circles.entries())
      for (const name of circle) this.#circles.set(name, number);
  }

  /** @returns the first demand of a softdep that cannot be met, because the one module needs the other before itself. */
  contradiction(softdep: SoftdepEntry): Demand | undefined {
    return this.#demands.get(softdep)?.find(({ before, after }) => {
      const circle = this.#circles.get(before);
      return circle !== undefined && circle === this.#circles.get(after);
    });
  }

  /** @returns the shortest way from one module of a circle to another, each needing the next, both ends included. */
  way(from: string, to: string): readonly string[] {
    const circle = this.#circles.get(from);
    const before = new Map<string, string>();
    const queue = [from];
    for (let at = 0; at < queue.length; at++) {
      const name = queue[at]!;
      if (name === to) return wayBack(name, before, from);
      for (const need of this.#needsOf(name)) {
        if (need === from || before.has(need) || this.#circles.get(need) !== circle) continue;
        before.set(need, name);
        queue.push(need);
      }
    }
    return [from, to];
  }

  #needsOf(name: string): string[] {
    const listed = this.#tree.module(name)?.dependencies ?? [];
    return [...(this.#needs.get(name) ?? []), ...listed.map(moduleNameOf)];
  }
}

function wayBack(last: string, before: ReadonlyMap<string, string>, first: string): string[] {
  const way = [last];
  for (let name = last; name !== first; name = way[0]!) way.unshift(before.get(name)!);
  return way;
}

function demandsOf(softdep: SoftdepEntry, set: KmodConfiguration, tree: ModuleTree): Demand[] {
  const { module, pre, post } = softdep;
  const found = (name: string) => lookup(name, set, tree).modules.map((each) => each.name);
  return [
    ...pre.flatMap(found).map((before) => ({ before, after: module })),
    ...post.flatMap(found).map((after) => ({ before: module, after })),
  ];
}

const known = new WeakMap<KmodConfiguration, SoftdepOrder>();

/** @returns the order that a configuration asks for, worked out when it is first asked for. */
export function softdepOrderOf(set: KmodConfiguration, tree: ModuleTree): SoftdepOrder {
  let order = known.get(set);
  if (order === undefined) {
    order = new SoftdepOrder(set, tree);
    known.set(set, order);
  }
  return order;
}
