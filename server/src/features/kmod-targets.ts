import { type FileOrigin, rangeOf } from '../loaders/origin.ts';
import type { ModprobeDTree } from '../syntax/modprobe-d/tree.ts';
import type { SourceDocument } from '../text/source-document.ts';
import { isPattern, type KmodView, kmodName, kmodView } from './kmod-view.ts';
import type { LocatedPart } from './located-part.ts';
import { partsOf } from './located-part.ts';
import type { Snapshot } from './snapshot.ts';
import { lineRange } from './symbol.ts';
import { startOf, stretchOf, type Target } from './target.ts';

/**
 * @returns where a part of a line of kmod's languages leads: from a name to the alias lines that it is found by and to the lines of
 *   its modules in modules.dep, from the directive of a file that is not read to the file that is read instead
 */
export function kmodTargets(snapshot: Snapshot, { line, part }: LocatedPart): Target[] {
  const view = kmodView(snapshot);
  switch (part.kind) {
    case 'name':
      return nameTargets(part.name, view, snapshot, line);
    case 'option':
      return nameTargets(part.module, view, snapshot, line);
    case 'directive': {
      const winner = view.fileState(snapshot.file.path)?.winner;
      return winner === undefined ? [] : [startOf(winner)];
    }
    default:
      return [];
  }
}

function nameTargets(written: string, view: KmodView, snapshot: Snapshot, line: number): Target[] {
  const name = kmodName(written);
  if (isPattern(name)) return [];
  const { chain } = view.plan(name);
  const aliases = chain.flatMap(({ via }) => {
    const origin = via?.kind === 'alias' ? via.origin : undefined;
    if (origin?.kind !== 'file') return [];
    const isOwnLine = origin.file.document === snapshot.document && origin.line === line;
    return isOwnLine ? [] : [aliasTarget(origin)];
  });
  const modules = chain.length === 1 ? [name] : chain.slice(1).map((found) => found.name);
  return [...aliases, ...modules.flatMap((module) => moduleTarget(module, view))];
}

/** The line of an alias, with its pattern as its name. */
function aliasTarget(origin: FileOrigin): Target {
  const { file, line } = origin;
  const document = file.document as SourceDocument<ModprobeDTree>;
  const pattern = partsOf({ language: 'modprobe.d', document }, line).find(({ kind }) => kind === 'name');
  const selection = pattern === undefined ? rangeOf(origin) : document.rangeInLine(line, pattern.span);
  return { path: file.path, range: lineRange(document, line), selection };
}

/** The line of a module in modules.dep, by the path that it begins with. */
function moduleTarget(module: string, { tree }: KmodView): Target[] {
  const entry = tree.module(module);
  if (entry === undefined || entry.line < 0) return [];
  return [stretchOf(`${tree.directory}/modules.dep`, entry.line, entry.listedPath.length)];
}
