import type { LoadPlan } from '../loaders/load-plan.ts';
import { loaderOf } from './documents/whose.ts';
import { kmodView } from './kmod-view.ts';
import type { GraphModule } from './modules-dep/dependency-graph.ts';
import { type DependencyList, machineView, modutilsView } from './modutils-view.ts';
import type { Snapshot } from './snapshot.ts';

/** @returns what the loader of a document's machine does with a request where nothing is loaded yet. */
export function planOf(name: string, snapshot: Snapshot): LoadPlan {
  return loaderOf(snapshot) === 'modutils'
    ? modutilsView(snapshot).plan(name)
    : kmodView(snapshot).plan(name);
}

/** @returns the list of modules that a document's loader works with; undefined when there is none. */
export function listOf(snapshot: Snapshot): DependencyList | undefined {
  const isOwn = snapshot.language === 'modules.conf' || snapshot.language === 'modules.dep';
  return (isOwn ? modutilsView(snapshot) : machineView(snapshot.project)).list;
}

/** @returns the modules of the list that a request leads to, in the order of the chain. */
export function modulesOf({ chain, request }: LoadPlan, list: DependencyList | undefined): GraphModule[] {
  if (list === undefined) return [];
  const names = chain.length === 0 ? [request] : chain.map(({ name }) => name);
  const isList = chain.some(({ via }) => via?.kind === 'probe' || via?.kind === 'probeall');
  const ends = isList || list.graph.generation === '2.6' ? names : names.slice(-1);
  return [...new Set(ends.flatMap((name) => list.graph.byName(name) ?? []))];
}
