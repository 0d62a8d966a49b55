import type { DocumentHighlight, Location } from 'vscode-languageserver-types';
import type { ModulesConfTree } from '../../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';
import { locate } from '../located-part.ts';
import { branchesAt } from '../modules-conf/branches.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Occurrence, occurrencesIn, occurrencesOf, type Subject, subjectOf } from './occurrences.ts';
import { type DocumentSet, documentSet } from './set-documents.ts';

/**
 * @param offset in the document, in UTF-16 code units
 * @param includeDefinitions whether the places count where the thing is made
 * @returns every place of the whole configuration, and of modules.dep, that names what stands there
 */
export function references(snapshot: Snapshot, offset: number, includeDefinitions: boolean): Location[] {
  const found = subjectAt(snapshot, offset);
  if (found === undefined) return [];
  return occurrencesOf(found.subject, found.set)
    .filter(({ isDefinition }) => includeDefinitions || !isDefinition)
    .map((occurrence) => toLocation(occurrence, snapshot));
}

/** The protocol's numbers. */
const highlightKind = { read: 2, write: 3 } as const;

/** @returns the places of the document that name what stands at an offset; for a conditional, the lines of its branches. */
export function highlights(snapshot: Snapshot, offset: number): DocumentHighlight[] {
  const { document, file } = snapshot;
  const located = locate(snapshot, offset);
  if (located?.part.kind === 'directive' && snapshot.language === 'modules.conf') {
    const branches = branchesAt(document as SourceDocument<ModulesConfTree>, located.line);
    return branches.map(({ line, span }) => ({
      range: document.rangeInLine(line, span),
      kind: highlightKind.read,
    }));
  }
  const found = subjectAt(snapshot, offset);
  if (found === undefined) return [];
  return occurrencesIn(file, found.subject, found.set).map(({ line, span, isDefinition }) => ({
    range: document.rangeInLine(line, span),
    kind: isDefinition ? highlightKind.write : highlightKind.read,
  }));
}

/** What somebody asks about, and where it may be named. */
export interface AskedSubject {
  readonly subject: Subject;
  readonly set: DocumentSet;
}

/** @returns undefined where nothing stands that can be named elsewhere. */
function subjectAt(snapshot: Snapshot, offset: number): AskedSubject | undefined {
  const located = locate(snapshot, offset);
  if (located === undefined) return undefined;
  const set = documentSet(snapshot);
  const subject = subjectOf(located.part, set);
  return subject && { subject, set };
}

function toLocation({ file, line, span }: Occurrence, { uriOf }: Snapshot): Location {
  return { uri: uriOf(file.path), range: file.document.rangeInLine(line, span) };
}
