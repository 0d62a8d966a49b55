import type { TextEdit } from 'vscode-languageserver-types';
import { updateModulesMark } from '../../lint/rules/modules-conf/generated-file-edit.ts';
import { isSpace } from '../../syntax/characters.ts';
import type { ModulesConfTree } from '../../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';
import type { Range } from '../../text/span.ts';
import type { ProjectFile } from '../../workspace/project.ts';
import { type LocatedPart, locate } from '../located-part.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Occurrence, occurrencesOf, type Subject, subjectOf } from './occurrences.ts';
import { type DocumentSet, documentSet } from './set-documents.ts';

/** What can be renamed, and what it is called now. */
export interface Renameable {
  readonly range: Range;
  readonly placeholder: string;
}

/** Why something cannot be renamed, for people. */
export interface Refusal {
  readonly refusal: string;
}

/** Edits by the path of the file inside the root. */
export type RenameEdits = ReadonlyMap<string, readonly TextEdit[]>;

/** @returns what stands at an offset, if it can be renamed; undefined where nothing stands that has a name. */
export function prepareRename(snapshot: Snapshot, offset: number): Renameable | Refusal | undefined {
  const { document } = snapshot;
  const asked = askedAt(snapshot, offset);
  if (asked === undefined || 'refusal' in asked) return asked;
  const { line, part, places } = asked;
  const own = places.find(
    ({ file, line: other, span }) =>
      file.document === document &&
      other === line &&
      span.start >= part.span.start &&
      span.end <= part.span.end,
  );
  if (own === undefined) return undefined;
  const { start, end } = own.span;
  return {
    range: document.rangeInLine(line, own.span),
    placeholder: document.line(line).raw.slice(start, end),
  };
}

/** @returns the edits that rename what stands at an offset in every file of the configuration. */
export function rename(
  snapshot: Snapshot,
  offset: number,
  newName: string,
): RenameEdits | Refusal | undefined {
  const asked = askedAt(snapshot, offset);
  if (asked === undefined || 'refusal' in asked) return asked;
  const { subject, set, places } = asked;
  const refusal = refusalOfName(newName, subject, set);
  if (refusal !== undefined) return { refusal };
  const edits = new Map<string, TextEdit[]>();
  for (const { file, line, span } of places) {
    const list = edits.get(file.path) ?? [];
    list.push({ range: file.document.rangeInLine(line, span), newText: newName });
    edits.set(file.path, list);
  }
  return edits;
}

interface Asked extends LocatedPart {
  readonly subject: Subject;
  readonly set: DocumentSet;
  readonly places: readonly Occurrence[];
}

function askedAt(snapshot: Snapshot, offset: number): Asked | Refusal | undefined {
  const located = locate(snapshot, offset);
  if (located === undefined) return undefined;
  if (located.part.kind === 'module-file')
    return { refusal: 'depmod makes this list from the names of the files' };
  const set = documentSet(snapshot);
  const subject = subjectOf(located.part, set);
  if (subject === undefined) return undefined;
  const places = placesToEdit(subject, set);
  const refusal = refusalOf(subject, places, set);
  return refusal === undefined ? { ...located, subject, set, places } : { refusal };
}

/** The list of modules is made by depmod: what stands there is not edited. */
function placesToEdit(subject: Subject, set: DocumentSet): Occurrence[] {
  return occurrencesOf(subject, set).filter(({ file }) => file.language !== 'modules.dep');
}

function refusalOf(
  { kind, key }: Subject,
  places: readonly Occurrence[],
  set: DocumentSet,
): string | undefined {
  if (!places.some(({ isDefinition }) => isDefinition)) {
    if (kind === 'variable') return `no \`define\` makes \`${key}\``;
    const isModule = occurrencesOf({ kind, key }, set).some(({ isDefinition }) => isDefinition);
    return isModule
      ? `\`${key}\` is a module; its name is that of its file`
      : `no line of the configuration makes \`${key}\``;
  }
  const generated = places.find(({ file }) => isGenerated(file))?.file.path;
  return generated === undefined
    ? undefined
    : `update-modules makes ${generated} and would undo this; rename it in /etc/modutils`;
}

function isGenerated({ language, document }: ProjectFile): boolean {
  return (
    language === 'modules.conf' &&
    updateModulesMark(document as SourceDocument<ModulesConfTree>) !== undefined
  );
}

/** What a shell or a loader would take apart or cut off. */
const special = '"\'`\\$&();|<>!{}[]~=#';

function refusalOfName(name: string, subject: Subject, set: DocumentSet): string | undefined {
  if (name === '') return 'a name cannot be empty';
  for (let at = 0; at < name.length; at++) {
    const character = name.charAt(at);
    if (isSpace(name.charCodeAt(at)) || special.includes(character))
      return `a name cannot hold \`${isSpace(name.charCodeAt(at)) ? ' ' : character}\``;
  }
  if (subject.kind === 'variable' && !isIdentifier(name))
    return 'the name of a variable is made of letters, digits and `_`, and does not begin with a digit';
  const other = subjectOf(asPart(name, subject.kind), set)!;
  if (other.key === subject.key) return undefined;
  const isTaken = placesToEdit(other, set).some(({ isDefinition }) => isDefinition);
  return isTaken ? `there is \`${name}\` already` : undefined;
}

function asPart(name: string, kind: Subject['kind']) {
  const span = { start: 0, end: 0 };
  return kind === 'variable'
    ? ({ kind, name, defines: false, span } as const)
    : ({ kind: 'name', name, role: 'mention', span } as const);
}

function isIdentifier(name: string): boolean {
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    const isDigit = code >= 0x30 && code <= 0x39;
    const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;
    if (!isLetter && (at === 0 || !isDigit)) return false;
  }
  return true;
}
