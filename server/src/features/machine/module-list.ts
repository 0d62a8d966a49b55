import { absolutePath, type GraphModule } from '../modules-dep/dependency-graph.ts';
import { type MachineView, placeOf } from './machine-view.ts';
import type { Place, Statement } from './place.ts';

/** A module in a list of all. */
export interface ListedModule {
  /** As its loader compares names. */
  readonly name: string;
  /** As people write it. */
  readonly title: string;
  /** The folders below the module tree: `kernel/drivers/net`. */
  readonly folder: string;
  readonly place: Place;
  readonly blocked?: true;
  readonly loaded?: true;
}

/** What is known of one module. */
export interface ModuleDetail {
  readonly aliases: readonly Statement[];
  readonly options: readonly Statement[];
  readonly others: readonly Statement[];
  /** Titles with their lines in modules.dep. */
  readonly needs: readonly Statement[];
  readonly neededBy: readonly Statement[];
}

/**
 * @param loaded the names of the modules in the running kernel, where the machine is the one that runs
 * @returns every module once, in the order of modules.dep
 */
export function listModules(view: MachineView, loaded?: ReadonlySet<string>): ListedModule[] {
  const { list, facts } = view;
  const tree = list.file.path.slice(0, list.file.path.lastIndexOf('/') + 1);
  return list.graph.modules.map((module) => {
    const { name, title, path } = module;
    const full = absolutePath(path, list.file.path);
    const below = full.startsWith(tree) ? full.slice(tree.length) : full;
    return {
      name,
      title,
      folder: below.slice(0, Math.max(below.lastIndexOf('/'), 0)),
      place: placeOf(module, view),
      ...(facts.isBlocked(name) && { blocked: true }),
      ...(loaded?.has(name) && { loaded: true }),
    };
  });
}

/** @returns undefined when the machine has no such module. */
export function describeModule(name: string, view: MachineView): ModuleDetail | undefined {
  const { facts, list } = view;
  const { graph } = list;
  const module = graph.byName(name);
  if (module === undefined) return undefined;
  const show = (other: GraphModule): Statement => ({ text: other.title, place: placeOf(other, view) });
  return {
    aliases: facts.aliases(module.name),
    options: facts.options(module.name),
    others: facts.others(module.name),
    needs: module.needs.map((path) => {
      const needed = graph.byPath(path);
      return needed === undefined ? { text: path } : show(needed);
    }),
    neededBy: graph.neededBy(module).map(show),
  };
}
