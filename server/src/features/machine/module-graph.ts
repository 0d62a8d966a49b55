import type { DependencyGraph, GraphModule } from '../modules-dep/dependency-graph.ts';
import { type MachineView, placeOf } from './machine-view.ts';
import type { Place } from './place.ts';

/** The modules around one, for a picture. */
export interface ModuleGraph {
  /** The name of the module in the middle. */
  readonly center: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Whether there are more modules than a picture can show. */
  readonly cut: boolean;
}

export interface GraphNode {
  readonly name: string;
  readonly title: string;
  readonly place: Place;
  /** How many steps away: below 0 what it needs, above 0 what needs it. */
  readonly level: number;
}

/** A module and one that it needs itself, not only by way of another. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
}

/** More than anybody can look at. */
const maximumNodes = 200;

/** @returns the modules that one needs and that need it, however far; undefined when there is no such module. */
export function moduleGraph(name: string, view: MachineView): ModuleGraph | undefined {
  const { graph } = view.list;
  const center = graph.byName(name);
  if (center === undefined) return undefined;
  const levels = new Map<GraphModule, number>([[center, 0]]);
  const cutBelow = walk(center, -1, levels, (module) => directNeeds(module, graph));
  const cutAbove = walk(center, 1, levels, (module) =>
    graph.neededBy(module).filter((other) => directNeeds(other, graph).includes(module)),
  );
  const nodes = [...levels].map(
    ([module, level]): GraphNode => ({
      name: module.name,
      title: module.title,
      place: placeOf(module, view),
      level,
    }),
  );
  const edges = [...levels.keys()].flatMap((module) =>
    directNeeds(module, graph)
      .filter((needed) => levels.has(needed))
      .map((needed): GraphEdge => ({ from: module.name, to: needed.name })),
  );
  return { center: center.name, nodes, edges, cut: cutBelow || cutAbove };
}

/** Goes breadth first, so that what is left out is what is farthest. @returns whether something was left out. */
function walk(
  start: GraphModule,
  step: 1 | -1,
  levels: Map<GraphModule, number>,
  next: (module: GraphModule) => readonly GraphModule[],
): boolean {
  const queue = [start];
  for (const module of queue) {
    for (const other of next(module)) {
      if (levels.has(other)) continue;
      if (levels.size >= maximumNodes) return true;
      levels.set(other, levels.get(module)! + step);
      queue.push(other);
    }
  }
  return false;
}

/** From 2.6 on a line of modules.dep names everything that is needed; what others of it need in turn is not needed directly. */
function directNeeds(module: GraphModule, graph: DependencyGraph): GraphModule[] {
  const needs = module.needs.flatMap((path) => graph.byPath(path) ?? []);
  if (graph.generation !== '2.6') return needs;
  const indirect = new Set(needs.flatMap((needed) => (needed === module ? [] : needed.needs)));
  return needs.filter(({ path }) => !indirect.has(path));
}
