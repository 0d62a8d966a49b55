import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
} from 'vscode-languageserver-types';
import type { Range } from '../text/span.ts';
import { locate } from './located-part.ts';
import { absolutePath, type GraphModule } from './modules-dep/dependency-graph.ts';
import type { DependencyList } from './modutils-view.ts';
import { listOf, modulesOf, planOf } from './plan-of.ts';
import type { Snapshot } from './snapshot.ts';
import { lineRange, symbolKind } from './symbol.ts';

/** What an item is about, for when the editor asks on. */
export interface ItemData {
  /** A document of the machine that the item was made for. */
  readonly uri: string;
  /** The path of a module as modules.dep has it. */
  readonly path?: string;
  /** An alias. */
  readonly name?: string;
}

/** @returns the module that stands at an offset, or the alias; what it needs are the calls out of it. */
export function prepareCallHierarchy(snapshot: Snapshot, offset: number): CallHierarchyItem[] {
  const located = locate(snapshot, offset);
  const list = listOf(snapshot);
  if (located === undefined || list === undefined) return [];
  const { part, line } = located;
  if (part.kind === 'module-file') {
    const module = list.graph.byPath(part.path);
    return module === undefined ? [] : [moduleItem(module, list, snapshot)];
  }
  if (part.kind !== 'name') return [];
  const module = list.graph.byName(part.name);
  if (module !== undefined && part.role === 'mention') return [moduleItem(module, list, snapshot)];
  const targets = modulesOf(planOf(part.name, snapshot), list);
  if (targets.length === 0) return [];
  const { document, file } = snapshot;
  const uri = snapshot.uriOf(file.path);
  const data: ItemData = { uri, name: part.name };
  const selectionRange = document.rangeInLine(line, part.span);
  const detail = `→ ${targets.map(({ title }) => title).join(', ')}`;
  return [
    {
      name: part.name,
      kind: symbolKind.interface,
      detail,
      uri,
      range: lineRange(document, line),
      selectionRange,
      data,
    },
  ];
}

/** @returns the modules that need an item's module. */
export function incomingCalls(snapshot: Snapshot, { path }: ItemData): CallHierarchyIncomingCall[] {
  const list = listOf(snapshot);
  const module = path === undefined ? undefined : list?.graph.byPath(path);
  if (list === undefined || module === undefined) return [];
  return list.graph.neededBy(module).map((needing) => ({
    from: moduleItem(needing, list, snapshot),
    fromRanges: rangesOf(module.path, needing, list),
  }));
}

/** @returns the modules that an item's module needs, or that an alias leads to. */
export function outgoingCalls(snapshot: Snapshot, { path, name }: ItemData): CallHierarchyOutgoingCall[] {
  const list = listOf(snapshot);
  if (list === undefined) return [];
  if (name !== undefined) {
    return modulesOf(planOf(name, snapshot), list).map((to) => ({
      to: moduleItem(to, list, snapshot),
      fromRanges: [],
    }));
  }
  const module = path === undefined ? undefined : list.graph.byPath(path);
  if (module === undefined) return [];
  return module.needs.flatMap((needed) => {
    const to = list.graph.byPath(needed);
    if (to === undefined) return [];
    return [{ to: moduleItem(to, list, snapshot), fromRanges: rangesOf(needed, module, list) }];
  });
}

function moduleItem(module: GraphModule, list: DependencyList, snapshot: Snapshot): CallHierarchyItem {
  const { document, file } = list;
  const { tree } = document.line(module.line);
  const range = lineRange(document, module.line);
  const data: ItemData = { uri: snapshot.uriOf(snapshot.file.path), path: module.path };
  return {
    name: module.title,
    kind: symbolKind.module,
    detail: absolutePath(module.path, file.path),
    uri: snapshot.uriOf(file.path),
    range,
    selectionRange: tree.kind === 'entry' ? document.rangeInLine(module.line, tree.target.span) : range,
    data,
  };
}

/** @returns where a module's line names a path that it needs. */
function rangesOf(path: string, { line }: GraphModule, { document }: DependencyList): Range[] {
  const { tree } = document.line(line);
  if (tree.kind === 'empty') return [];
  return tree.dependencies
    .filter(({ text }) => text === path)
    .map(({ span }) => document.rangeInLine(line, span));
}
