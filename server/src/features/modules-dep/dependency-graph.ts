import { baseName, joinPath } from '../../files/paths.ts';
import type { EntryLine, Generation, ModulesDepTree } from '../../syntax/modules-dep/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';
import { moduleName24 } from '../../tree/dep24.ts';
import { moduleNameOf } from '../../tree/names.ts';

/** A module that a modules.dep lists. */
export interface GraphModule {
  /** As its loader compares names: from 2.6 on with `_` for every `-`. */
  readonly name: string;
  /** The path as it is written. */
  readonly path: string;
  /** The file's name without directory and suffix, as people write it. */
  readonly title: string;
  /** Index of the entry's logical line. */
  readonly line: number;
  /** The paths that it needs, as they are written, in the order of the line. */
  readonly needs: readonly string[];
}

/** Which module needs which, by a modules.dep of either generation. */
export class DependencyGraph {
  /** In the order of the lines; a path that is listed twice is there twice. */
  readonly modules: readonly GraphModule[];
  /** Undefined when no line tells. */
  readonly generation: Generation | undefined;
  readonly #byName = new Map<string, GraphModule>();
  readonly #byPath = new Map<string, GraphModule>();
  #neededBy: Map<string, GraphModule[]> | undefined;

  constructor(document: SourceDocument<ModulesDepTree>) {
    const modules: GraphModule[] = [];
    let generation: Generation | undefined;
    document.lines.forEach(({ tree }, line) => {
      if (tree.kind === 'empty' || tree.target.text === '') return;
      generation ??= tree.generation;
      modules.push(toModule(tree, line));
    });
    this.modules = modules;
    this.generation = generation;
    for (const module of modules) {
      if (!this.#byName.has(module.name)) this.#byName.set(module.name, module);
      if (!this.#byPath.has(module.path)) this.#byPath.set(module.path, module);
    }
  }

  /** @returns the first module of a name; in a list of 2.6 and later `-` and `_` are the same. */
  byName(name: string): GraphModule | undefined {
    return this.#byName.get(this.generation === '2.6' ? moduleNameOf(name) : moduleName24(name));
  }

  /** @returns the first module with a path, compared as it is written. */
  byPath(path: string): GraphModule | undefined {
    return this.#byPath.get(path);
  }

  /** @returns the modules that name this one's path behind the colon, in the order of the lines. */
  neededBy({ path }: GraphModule): readonly GraphModule[] {
    this.#neededBy ??= this.#invert();
    return this.#neededBy.get(path) ?? [];
  }

  #invert(): Map<string, GraphModule[]> {
    const neededBy = new Map<string, GraphModule[]>();
    for (const module of this.modules) {
      for (const path of new Set(module.needs)) {
        const list = neededBy.get(path);
        if (list === undefined) neededBy.set(path, [module]);
        else list.push(module);
      }
    }
    return neededBy;
  }
}

const graphs = new WeakMap<SourceDocument<ModulesDepTree>, DependencyGraph>();

/** @returns the graph of a modules.dep, made once for each version of it. */
export function dependencyGraph(document: SourceDocument<ModulesDepTree>): DependencyGraph {
  let graph = graphs.get(document);
  if (graph === undefined) {
    graph = new DependencyGraph(document);
    graphs.set(document, graph);
  }
  return graph;
}

/** @returns the absolute path of a module file, which modules.dep of 2.6 and later names relative to its own folder. */
export function absolutePath(written: string, depfile: string): string {
  return written.startsWith('/') ? written : joinPath(depfile.slice(0, depfile.lastIndexOf('/')), written);
}

function toModule({ generation, target, dependencies }: EntryLine, line: number): GraphModule {
  const { text: path } = target;
  const isModern = generation === '2.6';
  return {
    name: isModern ? moduleNameOf(path) : moduleName24(path),
    path,
    title: titleOf(path, isModern),
    line,
    needs: dependencies.map((word) => word.text),
  };
}

/** @returns the name of a module's file without its suffix, `-` and `_` as they are. */
function titleOf(path: string, isModern: boolean): string {
  if (!isModern) return moduleName24(path);
  const name = baseName(path);
  const suffix = name.lastIndexOf('.ko');
  return suffix === -1 ? name : name.slice(0, suffix);
}
