import type { SymbolKind, WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Project, ProjectFile } from '../workspace/project.ts';
import { snapshotOfMachine } from './documents/whose.ts';
import { partsOf } from './located-part.ts';
import type { DependencyList } from './modutils-view.ts';
import { listOf } from './plan-of.ts';
import { documentSet } from './references/set-documents.ts';
import type { Snapshot } from './snapshot.ts';
import { symbolKind } from './symbol.ts';

/** As many as anybody looks through. */
const maximumSymbols = 256;

/**
 * @param query letters that a name must hold, in their order
 * @returns the aliases, lists and modules of a machine whose names fit
 */
export function workspaceSymbols(
  project: Project,
  uriOf: Snapshot['uriOf'],
  query: string,
): WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  const snapshot = snapshotOfMachine(project, uriOf);
  const found: WorkspaceSymbol[] = [];
  const isFull = () => found.length >= maximumSymbols;
  for (const file of documentSet(snapshot).files) {
    if (file.language === 'modules.dep') continue;
    for (let line = 0; line < file.document.lineCount && !isFull(); line++)
      found.push(...definitionsIn(file, line, wanted, uriOf));
  }
  const list = listOf(snapshot);
  if (list !== undefined) {
    for (const module of list.graph.modules) {
      if (isFull()) break;
      if (fits(module.title, wanted)) found.push(moduleSymbol(module.title, module.line, list, uriOf));
    }
  }
  return found;
}

function definitionsIn(
  file: ProjectFile,
  line: number,
  wanted: string,
  uriOf: Snapshot['uriOf'],
): WorkspaceSymbol[] {
  return partsOf(file, line).flatMap((part) => {
    const isDefinition =
      part.kind === 'name' ? part.role !== 'mention' : part.kind === 'variable' && part.defines;
    if (!isDefinition || !('name' in part) || !fits(part.name, wanted)) return [];
    const kind: SymbolKind = part.kind === 'variable' ? symbolKind.constant : symbolKind.interface;
    const range = file.document.rangeInLine(line, part.span);
    return [{ name: part.name, kind, location: { uri: uriOf(file.path), range }, containerName: file.path }];
  });
}

function moduleSymbol(
  name: string,
  line: number,
  { document, file }: DependencyList,
  uriOf: Snapshot['uriOf'],
): WorkspaceSymbol {
  const { tree } = document.line(line);
  const span = tree.kind === 'entry' ? tree.target.span : { start: 0, end: 0 };
  const location = { uri: uriOf(file.path), range: document.rangeInLine(line, span) };
  return { name, kind: symbolKind.module, location, containerName: file.path };
}

/** @returns whether a name holds the letters in their order. */
function fits(name: string, wanted: string): boolean {
  const lower = name.toLowerCase();
  let at = 0;
  for (const letter of wanted) {
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
