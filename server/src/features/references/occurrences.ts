import type { ModulesDepTree } from '../../syntax/modules-dep/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';
import type { Span } from '../../text/span.ts';
import { moduleName24 } from '../../tree/dep24.ts';
import { moduleNameOf, withUnderscores } from '../../tree/names.ts';
import type { ProjectFile } from '../../workspace/project.ts';
import type { LinePart } from '../line-part.ts';
import { partsOf } from '../located-part.ts';
import { dependencyGraph } from '../modules-dep/dependency-graph.ts';
import type { DocumentSet } from './set-documents.ts';

/** What somebody asks about: a name of a module or alias, or a variable. */
export interface Subject {
  readonly kind: 'name' | 'variable';
  /** As the loader compares it. */
  readonly key: string;
}

/** A place where a subject is made or mentioned. */
export interface Occurrence {
  readonly file: ProjectFile;
  /** Index of the logical line. */
  readonly line: number;
  /** In the line's raw text: what of the line is the name. */
  readonly span: Span;
  /** Whether it is made here: an alias, a list, a variable, a module's own line. */
  readonly isDefinition: boolean;
}

/** @returns what a part is about; undefined for a part that names nothing. */
export function subjectOf(
  part: LinePart,
  { mixesDashes }: Pick<DocumentSet, 'mixesDashes'>,
): Subject | undefined {
  switch (part.kind) {
    case 'name':
      return { kind: 'name', key: nameKey(part.name, mixesDashes) };
    case 'module-file':
      return { kind: 'name', key: pathKey(part.path, mixesDashes) };
    case 'variable':
      return { kind: 'variable', key: part.name };
    default:
      return undefined;
  }
}

/** Names of devices, which begin with `/`, are compared as they are; others without directory and suffix. */
function nameKey(name: string, mixesDashes: boolean): string {
  if (mixesDashes) return withUnderscores(name);
  return name.startsWith('/') ? name : moduleName24(name);
}

function pathKey(path: string, mixesDashes: boolean): string {
  return mixesDashes ? moduleNameOf(path) : moduleName24(path);
}

/** @returns where a subject is made and mentioned, in all documents of a set, in their order. */
export function occurrencesOf(subject: Subject, set: DocumentSet): Occurrence[] {
  return set.files.flatMap((file) => occurrencesIn(file, subject, set));
}

/** @returns where a subject is made and mentioned in one document, in order. */
export function occurrencesIn(file: ProjectFile, subject: Subject, set: DocumentSet): Occurrence[] {
  const lines = file.language === 'modules.dep' ? linesAbout(subject, file, set) : file.document.lines.keys();
  const found: Occurrence[] = [];
  for (const line of lines) {
    const { raw } = file.document.line(line);
    for (const part of partsOf(file, line)) {
      const own = subjectOf(part, set);
      if (own?.kind === subject.kind && own.key === subject.key)
        found.push({ file, line, span: nameSpan(part, raw), isDefinition: isDefinition(part) });
    }
  }
  return found;
}

/** A list of modules is long and indexed: only the lines of the module and of those that need it are looked at. */
function linesAbout(subject: Subject, file: ProjectFile, { mixesDashes }: DocumentSet): number[] {
  if (subject.kind !== 'name') return [];
  const graph = dependencyGraph(file.document as SourceDocument<ModulesDepTree>);
  const lines = new Set<number>();
  for (const module of graph.modules) {
    if (pathKey(module.path, mixesDashes) !== subject.key) continue;
    lines.add(module.line);
    for (const { line } of graph.neededBy(module)) lines.add(line);
  }
  return [...lines].sort((left, right) => left - right);
}

/** Of a path only the file's name without its suffixes, of a variable what is behind its `$`. */
function nameSpan(part: LinePart, raw: string): Span {
  const { start, end } = part.span;
  if (part.kind === 'module-file' && end - start === part.path.length) {
    const name = part.path.lastIndexOf('/') + 1;
    const dot = part.path.indexOf('.', name);
    return { start: start + name, end: dot === -1 ? end : start + dot };
  }
  if (part.kind === 'variable' && raw[start] === '$')
    return raw[start + 1] === '{' ? { start: start + 2, end: end - 1 } : { start: start + 1, end };
  return part.span;
}

function isDefinition(part: LinePart): boolean {
  switch (part.kind) {
    case 'name':
      return part.role !== 'mention';
    case 'module-file':
      return part.role === 'target';
    case 'variable':
      return part.defines;
    default:
      return false;
  }
}
