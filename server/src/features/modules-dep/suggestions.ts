import { modulesDep } from '../../syntax/modules-dep/language.ts';
import type { ModulesDepTree } from '../../syntax/modules-dep/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';
import type { Suggestions } from '../completion/suggestion.ts';
import type { Snapshot } from '../snapshot.ts';
import { dependencyGraph } from './dependency-graph.ts';

/**
 * @param before the logical line up to the caret
 * @returns behind the colon, the modules that the file lists
 */
export function modulesDepSuggestions({ document }: Snapshot, before: string): Suggestions | undefined {
  const { tree, comments } = modulesDep.readLine(before, 0);
  if (tree.kind === 'empty' || tree.colon === undefined || comments?.at(-1)?.end === before.length)
    return undefined;
  const last = tree.dependencies.at(-1);
  const isWriting = last !== undefined && last.span.end === before.length;
  const start = isWriting ? last.span.start : before.length;
  const { modules } = dependencyGraph(document as SourceDocument<ModulesDepTree>);
  const written = new Set(tree.dependencies.map(({ text }) => text));
  return {
    start,
    prefix: before.slice(start),
    candidates: modules
      .filter(({ path }) => path !== tree.target.text && !written.has(path))
      .map(({ path, title }) => ({ label: path, kind: 'module', detail: title })),
  };
}
