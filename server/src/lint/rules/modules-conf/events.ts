import type { ModutilsConfiguration } from '../../../loaders/modutils/configuration.ts';
import type { ConfigurationEvent } from '../../../loaders/modutils/configuration-event.ts';
import { describeOrigin, type FileOrigin, type Origin, rangeOf } from '../../../loaders/origin.ts';
import type { DirectiveLine, ModulesConfTree } from '../../../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../../../text/source-document.ts';
import type { RelatedPlace } from '../../diagnostic.ts';
import type { DocumentFinding } from '../../rule.ts';
import { directivesOf } from './support.ts';

type Document = SourceDocument<ModulesConfTree>;

/** An event of one kind, at a line of the document. */
export type EventOf<Kind extends ConfigurationEvent['kind']> = Extract<ConfigurationEvent, { kind: Kind }>;

/**
 * @returns what happened at the lines of a document, of one kind, in reading order. Lines of which nobody knows whether
 * modutils reads them are left out.
 */
export function eventsIn<Kind extends ConfigurationEvent['kind']>(
  kind: Kind,
  set: ModutilsConfiguration,
  document: Document,
): EventOf<Kind>[] {
  const { events, uncertain } = readingOf(set, document);
  const found = events.get(kind) ?? [];
  return found.filter((event): event is EventOf<Kind> => !uncertain.has(event.origin.line));
}

/** What modutils did with one document. */
export interface Reading {
  readonly events: ReadonlyMap<ConfigurationEvent['kind'], readonly ConfigurationEvent[]>;
  /** Lines that it passes over every time: their branch is not taken, or it has stopped before. */
  readonly skipped: ReadonlySet<number>;
  /** Lines in a branch whose condition nobody knows without running something. */
  readonly uncertain: ReadonlySet<number>;
  /** Lines that open or divide a level, where a condition of that level or of one around it is not known. */
  readonly uncertainBranches: ReadonlySet<number>;
}

const nothing: Reading = {
  events: new Map(),
  skipped: new Set(),
  uncertain: new Set(),
  uncertainBranches: new Set(),
};

const readings = new WeakMap<ModutilsConfiguration, Map<Document, Reading>>();

/** @returns what modutils did with a document of the configuration; worked out once. */
export function readingOf(set: ModutilsConfiguration, document: Document): Reading {
  const known = readings.get(set) ?? new Map<Document, Reading>();
  readings.set(set, known);
  let reading = known.get(document);
  if (reading === undefined) {
    // Files that include each other ask for each other's.
    known.set(document, nothing);
    reading = read(set, document);
    known.set(document, reading);
  }
  return reading;
}

/** @returns whether nobody knows if modutils reads the line that an origin is. */
export function isUncertain(origin: Origin, set: ModutilsConfiguration): boolean {
  return (
    origin.kind === 'file' && readingOf(set, origin.file.document as Document).uncertain.has(origin.line)
  );
}

/** @returns whether an origin is a line of the document. */
export function isIn(origin: Origin, document: Document): origin is FileOrigin {
  return origin.kind === 'file' && origin.file.document === document;
}

function read(set: ModutilsConfiguration, document: Document): Reading {
  const events = new Map<ConfigurationEvent['kind'], ConfigurationEvent[]>();
  let times = document === set.main?.document ? 1 : 0;
  for (const event of set.events) {
    if (event.kind === 'include' && event.file?.document === document) times++;
    if (!isIn(event.origin, document)) continue;
    const list = events.get(event.kind);
    if (list === undefined) events.set(event.kind, [event]);
    else list.push(event);
  }
  const { lines, branches } = uncertainLines(document, events);
  return {
    events,
    skipped: skippedLines(document, events, times),
    uncertain: isDocumentUncertain(set, document) ? allLines(document) : lines,
    uncertainBranches: branches,
  };
}

function skippedLines(document: Document, events: Reading['events'], times: number): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { origin } of events.get('skipped') ?? []) {
    counts.set(origin.line, (counts.get(origin.line) ?? 0) + 1);
  }
  const skipped = new Set([...counts].filter(([, count]) => count >= times).map(([line]) => line));
  const stop = events.get('stopped')?.[0];
  if (stop !== undefined) {
    for (let line = stop.origin.line + 1; line < document.lines.length; line++) skipped.add(line);
  }
  return skipped;
}

interface UncertainLines {
  readonly lines: ReadonlySet<number>;
  readonly branches: ReadonlySet<number>;
}

/** The lines of levels at which some condition came to nothing known. An `else` of such a level is as uncertain. */
function uncertainLines(document: Document, events: Reading['events']): UncertainLines {
  const unknown = new Set<number>();
  for (const event of events.get('condition') ?? []) {
    if (event.kind === 'condition' && event.value === undefined) unknown.add(event.origin.line);
  }
  const lines = new Set<number>();
  const branches = new Set<number>();
  if (unknown.size === 0) return { lines, branches };
  const levels: boolean[] = [];
  for (const { line, tree } of directivesOf(document)) {
    if (tree.directive === 'if') levels.push(unknown.has(line));
    else if (tree.directive === 'elseif') levels.push((levels.pop() ?? false) || unknown.has(line));
    else if (tree.directive === 'endif') levels.pop();
    else if (tree.directive !== 'else' && levels.at(-1) === true) lines.add(line);
    if (isBranch(tree) && levels.includes(true)) branches.add(line);
  }
  return { lines, branches };
}

function isBranch({ directive }: DirectiveLine): boolean {
  return directive === 'if' || directive === 'elseif' || directive === 'else';
}

/** Whether nobody knows if the document is read at all: every `include` of it is uncertain. */
function isDocumentUncertain(set: ModutilsConfiguration, document: Document): boolean {
  if (document === set.main?.document) return false;
  const includes = set.events.filter(
    (event) => event.kind === 'include' && event.file?.document === document,
  );
  return includes.every(({ origin }) => !isIn(origin, document) && isUncertain(origin, set));
}

function allLines(document: Document): ReadonlySet<number> {
  return new Set(document.lines.keys());
}

/** @returns an origin as a related place; undefined for what is built in. */
export function relatedPlace(
  origin: Origin | undefined,
  message: string,
  { location, document }: { readonly location: string; readonly document: Document },
): RelatedPlace | undefined {
  if (origin?.kind !== 'file') return undefined;
  const { file } = origin;
  return { path: file.document === document ? location : file.path, range: rangeOf(origin), message };
}

/** @returns the finding's `related`, of those places that there are. */
export function relatedTo(
  ...places: readonly (RelatedPlace | undefined)[]
): Pick<DocumentFinding, 'related'> {
  const related = places.filter((place) => place !== undefined);
  return related.length === 0 ? {} : { related };
}

/** @returns where something comes from, for a message: `line 3`, or with its file where that is another one. */
export function nameOrigin(origin: Origin, document: Document): string {
  return isIn(origin, document) ? `line ${rangeOf(origin).start.line + 1}` : describeOrigin(origin);
}
