import type { EntryIndex } from './entry-index.ts';
import type { PlacedEntry } from './support.ts';

/**
 * Finds the entries that need each other, directly or through others. Works without recursion, so that no file is too
 * deep.
 *
 * @returns for each group of such entries one way round, beginning with the entry that stands first in the file
 */
export function cyclesOf(index: EntryIndex): (readonly PlacedEntry[])[] {
  return groupsOf(index).map((group) => wayRound(group, index));
}

/** @returns for each entry that needs itself through others, the group of those that need each other. */
export function circlesOf(index: EntryIndex): ReadonlyMap<PlacedEntry, readonly PlacedEntry[]> {
  return new Map(groupsOf(index).flatMap((group) => group.map((entry) => [entry, group] as const)));
}

interface Visit {
  readonly entry: PlacedEntry;
  readonly number: number;
  /** The lowest number that can be reached from here. */
  lowest: number;
  /** How many of its needs have been looked at. */
  next: number;
}

/** Tarjan's strongly connected components of more than one entry, in the order of their first entries. */
function groupsOf(index: EntryIndex): PlacedEntry[][] {
  const visits = new Map<PlacedEntry, Visit>();
  const pending: PlacedEntry[] = [];
  const isPending = new Set<PlacedEntry>();
  const groups: PlacedEntry[][] = [];
  const enter = (entry: PlacedEntry): Visit => {
    const visit = { entry, number: visits.size, lowest: visits.size, next: 0 };
    visits.set(entry, visit);
    pending.push(entry);
    isPending.add(entry);
    return visit;
  };
  for (const start of index.entries) {
    if (visits.has(start)) continue;
    const path = [enter(start)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const need = index.needsOf(visit.entry)[visit.next++];
      if (need !== undefined) {
        const known = visits.get(need);
        if (known === undefined) path.push(enter(need));
        else if (isPending.has(need)) visit.lowest = Math.min(visit.lowest, known.number);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) parent.lowest = Math.min(parent.lowest, visit.lowest);
      if (visit.lowest !== visit.number) continue;
      const group = pending.splice(pending.lastIndexOf(visit.entry));
      for (const entry of group) isPending.delete(entry);
      if (group.length > 1) groups.push(group.sort((left, right) => left.line - right.line));
    }
  }
  return groups.sort(([left], [right]) => left!.line - right!.line);
}

/** The shortest way from the first entry of a group back to it. */
function wayRound(group: readonly PlacedEntry[], index: EntryIndex): readonly PlacedEntry[] {
  const inGroup = new Set(group);
  const start = group[0]!;
  const before = new Map<PlacedEntry, PlacedEntry>();
  const queue = [start];
  for (let at = 0; at < queue.length; at++) {
    const entry = queue[at]!;
    for (const need of index.needsOf(entry)) {
      if (need === start) return backFrom(entry, before);
      if (!inGroup.has(need) || before.has(need)) continue;
      before.set(need, entry);
      queue.push(need);
    }
  }
  return group;
}

function backFrom(entry: PlacedEntry, before: ReadonlyMap<PlacedEntry, PlacedEntry>): PlacedEntry[] {
  const way = [entry];
  for (let step = before.get(entry); step !== undefined; step = before.get(step)) way.unshift(step);
  return way;
}
