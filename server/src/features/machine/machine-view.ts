import type { Project } from '../../workspace/project.ts';
import type { GraphModule } from '../modules-dep/dependency-graph.ts';
import { type DependencyList, machineView } from '../modutils-view.ts';
import { kmodFacts } from './kmod-facts.ts';
import type { LoaderFacts } from './loader-facts.ts';
import { modutilsFacts } from './modutils-facts.ts';
import type { Place, UriOf } from './place.ts';

/** A machine with the modules of its kernel in force, and what its loader knows of them. */
export interface MachineView {
  readonly list: DependencyList;
  readonly facts: LoaderFacts;
  readonly uriOf: UriOf;
}

/** @returns undefined where the kernel in force has no modules.dep. */
export function viewMachine(project: Project, uriOf: UriOf): MachineView | undefined {
  const modutils = machineView(project);
  const { list } = modutils;
  if (list === undefined) return undefined;
  const { tree } = project;
  const isModern = list.graph.generation === '2.6' && tree !== undefined;
  const facts = isModern
    ? kmodFacts(project.kmod(), tree, uriOf)
    : modutilsFacts(modutils.configuration, uriOf);
  return { list, facts, uriOf };
}

/** @returns a module's line in modules.dep. */
export function placeOf(module: GraphModule, { list, uriOf }: MachineView): Place {
  return { uri: uriOf(list.file.path), line: list.document.firstPhysicalLine(module.line) };
}
