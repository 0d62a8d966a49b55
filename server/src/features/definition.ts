import type { LocationLink } from 'vscode-languageserver-types';
import { readingOf } from '../lint/rules/modules-conf/events.ts';
import type { ConfigurationEntry } from '../loaders/modutils/configuration.ts';
import { type Origin, rangeOf } from '../loaders/origin.ts';
import type { ModulesConfTree } from '../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../text/source-document.ts';
import { kmodTargets } from './kmod-targets.ts';
import type { LinePart } from './line-part.ts';
import { type LocatedPart, locate, partsOf } from './located-part.ts';
import { variableAt } from './modules-conf/variables.ts';
import type { GraphModule } from './modules-dep/dependency-graph.ts';
import { type ModutilsView, modutilsView } from './modutils-view.ts';
import type { Snapshot } from './snapshot.ts';
import { lineRange } from './symbol.ts';
import { startOf, type Target } from './target.ts';

/**
 * @param offset in the document, in UTF-16 code units
 * @returns where what stands there is made: an alias at its own line, a module at its line of modules.dep, an include in its
 *   file, a variable at its `define`, a file that is not read at the one read instead; the nearest first
 */
export function definition(snapshot: Snapshot, offset: number): LocationLink[] {
  const located = locate(snapshot, offset);
  if (located === undefined) return [];
  const originSelectionRange = snapshot.document.rangeInLine(located.line, located.part.span);
  const isModutils = snapshot.language === 'modules.conf' || snapshot.language === 'modules.dep';
  const targets = isModutils ? targetsOf(snapshot, located) : kmodTargets(snapshot, located);
  return targets.map(({ path, range, selection }) => ({
    originSelectionRange,
    targetUri: snapshot.uriOf(path),
    targetRange: range,
    targetSelectionRange: selection,
  }));
}

function targetsOf(snapshot: Snapshot, { line, part }: LocatedPart): Target[] {
  const view = modutilsView(snapshot);
  switch (part.kind) {
    case 'name':
      return nameTargets(part.name, view, snapshot, line);
    case 'option':
      return moduleTargets(part.module, view);
    case 'module-file':
      return moduleLine(view.list?.graph.byPath(part.path), view);
    case 'variable':
      return variableTarget(part.name, view, snapshot, part.defines ? line + 1 : line);
    case 'value':
      return part.directive === 'include' ? includeTarget(view, snapshot, line) : [];
    default:
      return [];
  }
}

/** The lines that make an alias or list of the name, then the modules that it comes to. */
function nameTargets(name: string, view: ModutilsView, snapshot: Snapshot, line: number): Target[] {
  const { aliases, probe, probeall } = view.configuration;
  const own = [aliases, probe, probeall]
    .flatMap((list) => entryTargets(list.get(name), name))
    .filter(
      ({ path, selection }) =>
        path !== snapshot.file.path || selection.start.line !== physicalLine(snapshot, line),
    );
  return [...own, ...moduleTargets(name, view)];
}

function physicalLine({ document }: Snapshot, line: number): number {
  return document.firstPhysicalLine(line);
}

function entryTargets(entry: ConfigurationEntry | undefined, name: string): Target[] {
  return (entry?.parts ?? []).flatMap(({ origin }) =>
    lineTarget(origin, (part) => part.kind === 'name' && part.name === name),
  );
}

/** @returns the line of an origin, with the part that `isMeant` accepts as its name. */
function lineTarget(origin: Origin, isMeant: (part: LinePart) => boolean): Target[] {
  if (origin.kind !== 'file') return [];
  const { file, line } = origin;
  const document = file.document as SourceDocument<ModulesConfTree>;
  const part = partsOf({ language: 'modules.conf', document }, line).find(isMeant);
  const selection = part === undefined ? rangeOf(origin) : document.rangeInLine(line, part.span);
  return [{ path: file.path, range: lineRange(document, line), selection }];
}

/** The lines in modules.dep of every module that a request leads to. */
function moduleTargets(name: string, view: ModutilsView): Target[] {
  const { chain } = view.plan(name);
  const isList = chain.some(({ via }) => via?.kind === 'probe' || via?.kind === 'probeall');
  const names = isList ? chain.map((link) => link.name) : chain.slice(-1).map((link) => link.name);
  return names.flatMap((module) => moduleLine(view.list?.graph.byName(module), view));
}

function moduleLine(module: GraphModule | undefined, { list }: ModutilsView): Target[] {
  if (module === undefined || list === undefined) return [];
  const { document } = list;
  const { tree } = document.line(module.line);
  const range = lineRange(document, module.line);
  const selection = tree.kind === 'entry' ? document.rangeInLine(module.line, tree.target.span) : range;
  return [{ path: list.file.path, range, selection }];
}

function variableTarget(
  name: string,
  { configuration }: ModutilsView,
  snapshot: Snapshot,
  line: number,
): Target[] {
  const document = snapshot.document as SourceDocument<ModulesConfTree>;
  const found = variableAt(name, configuration, document, line);
  return found === undefined
    ? []
    : lineTarget(found.origin, (part) => part.kind === 'variable' && part.defines);
}

function includeTarget({ configuration }: ModutilsView, snapshot: Snapshot, line: number): Target[] {
  const { events } = readingOf(configuration, snapshot.document as SourceDocument<ModulesConfTree>);
  const event = events.get('include')?.find(({ origin }) => origin.line === line);
  if (event?.kind !== 'include' || event.file === undefined) return [];
  return [startOf(event.file.path)];
}
