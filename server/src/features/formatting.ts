import type { FormattingOptions, TextEdit } from 'vscode-languageserver-types';
import { isSpace, skipSpace } from '../syntax/characters.ts';
import type { ModulesConfTree } from '../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../text/source-document.ts';
import { lineDepths } from './modules-conf/depths.ts';
import type { Snapshot } from './snapshot.ts';

/** A replacement in the raw text of a line. */
interface LineEdit {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly newText: string;
  /** The line goes altogether. */
  readonly isRemoval?: true;
}

/**
 * Puts a document into shape without changing what a loader reads in it: blanks at line ends go; where the author indents what is in
 * conditionals, all of it is indented alike; the ends of the file as the editor wants them. What is aligned stays so.
 *
 * @param from the first logical line
 * @param to behind the last one
 * @returns none for a language whose loader minds blanks, or whose files depmod writes
 */
export function formattingEdits(
  snapshot: Snapshot,
  options: FormattingOptions,
  from = 0,
  to = snapshot.document.lineCount,
): TextEdit[] {
  if (snapshot.language !== 'modules.conf') return [];
  const document = snapshot.document as SourceDocument<ModulesConfTree>;
  const edits: LineEdit[] = [];
  const depths = indentsConditionals(document) ? lineDepths(document) : undefined;
  for (let line = from; line < to; line++) {
    if (depths !== undefined) edits.push(...indentation(document, line, depths[line]!, options));
    edits.push(...trailingBlanks(document, line));
  }
  if (to === document.lineCount) edits.push(...fileEnd(document, options));
  return withoutOverlaps(edits).map(({ line, start, end, newText }) => ({
    range: document.rangeInLine(line, { start, end }),
    newText,
  }));
}

/** @returns the edits that put the word of a conditional where it belongs that has just been written in line `line`. */
export function formattingAfterWord(
  snapshot: Snapshot,
  line: number,
  options: FormattingOptions,
): TextEdit[] {
  if (snapshot.language !== 'modules.conf' || line < 0) return [];
  const document = snapshot.document as SourceDocument<ModulesConfTree>;
  const { tree } = document.line(line);
  const isWord = tree.kind === 'directive' && tree.directive !== undefined && closing.has(tree.directive);
  if (!isWord || !indentsConditionals(document)) return [];
  return indentation(document, line, lineDepths(document)[line]!, options).map(({ start, end, newText }) => ({
    range: document.rangeInLine(line, { start, end }),
    newText,
  }));
}

const closing: ReadonlySet<string> = new Set(['else', 'elseif', 'endif']);

/** @returns whether some line in a conditional is indented: then the author wants it so. */
function indentsConditionals(document: SourceDocument<ModulesConfTree>): boolean {
  const depths = lineDepths(document);
  return document.lines.some(
    ({ tree, raw }, line) =>
      depths[line]! > 0 &&
      tree.kind === 'directive' &&
      !closing.has(tree.directive ?? '') &&
      isSpace(raw.charCodeAt(0)),
  );
}

/** Only what is in a conditional, and its own words: how the rest is indented is up to the author. */
function indentation(
  document: SourceDocument<ModulesConfTree>,
  line: number,
  depth: number,
  { tabSize, insertSpaces }: FormattingOptions,
): LineEdit[] {
  const { raw, tree } = document.line(line);
  const isWord = tree.kind === 'directive' && (tree.directive === 'if' || closing.has(tree.directive ?? ''));
  if (depth === 0 && !isWord) return [];
  const end = skipBlanks(raw);
  const text = raw.slice(end);
  // A blank line has nothing to indent; a comment that silences rules begins in column 0.
  if (text.trim() === '' || isForUs(text)) return [];
  const wanted = (insertSpaces ? ' '.repeat(tabSize) : '\t').repeat(depth);
  return raw.slice(0, end) === wanted ? [] : [{ line, start: 0, end, newText: wanted }];
}

/** Blanks and tabs: other white space at the start of a line is somebody's mistake, and not for us to hide. */
function skipBlanks(raw: string): number {
  let end = 0;
  while (raw[end] === ' ' || raw[end] === '\t') end++;
  return end;
}

function isForUs(text: string): boolean {
  return text.startsWith('#') && text.slice(skipSpace(text, 1)).startsWith('modconf');
}

/** Blanks before each line end of a logical line. */
function trailingBlanks(document: SourceDocument<unknown>, line: number): LineEdit[] {
  const { raw } = document.line(line);
  const edits: LineEdit[] = [];
  for (let at = 0; at < raw.length; ) {
    const newline = raw.indexOf('\n', at);
    const next = newline === -1 ? raw.length : newline + 1;
    let end = newline === -1 ? raw.length : newline;
    if (newline > at && raw[newline - 1] === '\r') end--;
    let start = end;
    while (start > at && (raw[start - 1] === ' ' || raw[start - 1] === '\t')) start--;
    if (start < end) edits.push({ line, start, end, newText: '' });
    at = next;
  }
  return edits;
}

function fileEnd(
  document: SourceDocument<ModulesConfTree>,
  { insertFinalNewline, trimFinalNewlines }: FormattingOptions,
): LineEdit[] {
  const last = document.lineCount - 1;
  if (last < 0) return [];
  const { raw } = document.line(last);
  if (insertFinalNewline && !raw.endsWith('\n') && raw.trim() !== '') {
    return [{ line: last, start: raw.length, end: raw.length, newText: '\n' }];
  }
  if (!trimFinalNewlines) return [];
  const edits: LineEdit[] = [];
  for (let line = last; line > 0 && document.line(line).raw.trim() === ''; line--) {
    const end = document.line(line).raw.length;
    edits.unshift({ line, start: 0, end, newText: '', isRemoval: true });
  }
  return edits;
}

/** A whole line that goes takes the blanks at its end along. */
function withoutOverlaps(edits: readonly LineEdit[]): LineEdit[] {
  const removed = new Set(edits.filter(({ isRemoval }) => isRemoval).map(({ line }) => line));
  return edits.filter(({ line, isRemoval }) => isRemoval || !removed.has(line));
}
