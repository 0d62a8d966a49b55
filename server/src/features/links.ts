import type { DocumentLink } from 'vscode-languageserver-types';
import { readingOf } from '../lint/rules/modules-conf/events.ts';
import type { ModulesConfTree } from '../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../text/source-document.ts';
import type { LinePart } from './line-part.ts';
import { partsOf } from './located-part.ts';
import { dependencyGraph } from './modules-dep/dependency-graph.ts';
import { modutilsView } from './modutils-view.ts';
import type { Snapshot } from './snapshot.ts';

/** More than anybody clicks on; a list of modules has twenty thousand dependencies. */
const maximumLinks = 5000;

/** @returns what leads to other files and lines: includes, paths of files, dependencies. */
export function documentLinks(snapshot: Snapshot): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (let line = 0; line < snapshot.document.lineCount && links.length < maximumLinks; line++) {
    for (const part of partsOf(snapshot, line)) {
      const target = targetOf(snapshot, line, part);
      if (target !== undefined)
        links.push({ range: snapshot.document.rangeInLine(line, part.span), ...target });
    }
  }
  return links;
}

type Target = Pick<DocumentLink, 'target' | 'tooltip'>;

function targetOf(snapshot: Snapshot, line: number, part: LinePart): Target | undefined {
  if (part.kind === 'module-file')
    return part.role === 'dependency' ? moduleTarget(snapshot, part.path) : undefined;
  if (part.kind !== 'value' || snapshot.language !== 'modules.conf') return undefined;
  const { project } = snapshot;
  const path = part.directive === 'include' ? includedPath(snapshot, line) : part.text;
  if (path === undefined || !path.startsWith('/') || project.files.stat(path)?.kind !== 'file')
    return undefined;
  return { target: snapshot.uriOf(path), tooltip: `open ${path}` };
}

function moduleTarget({ document, file, uriOf }: Snapshot, path: string): Target | undefined {
  const list = document as SourceDocument<never>;
  const module = dependencyGraph(list).byPath(path);
  if (module === undefined) return undefined;
  return {
    target: `${uriOf(file.path)}#L${document.firstPhysicalLine(module.line) + 1}`,
    tooltip: `go to ${module.title}`,
  };
}

function includedPath(snapshot: Snapshot, line: number): string | undefined {
  const { configuration } = modutilsView(snapshot);
  const { events } = readingOf(configuration, snapshot.document as SourceDocument<ModulesConfTree>);
  const event = events.get('include')?.find(({ origin }) => origin.line === line);
  return event?.kind === 'include' ? event.file?.path : undefined;
}
