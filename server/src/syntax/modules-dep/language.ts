import { type LogicalLine, rawSpan } from '../../text/logical-line.ts';
import type { LineLanguage } from '../../text/source-document.ts';
import { isSpace, skipSpace } from '../characters.ts';
import { modulesConfLines } from '../modules-conf/line-reader.ts';
import { type EmptyLine, type EntryLine, generationOf, type ModulesDepTree, type Word } from './tree.ts';

const colonCode = 0x3a;
const empty: EmptyLine = { kind: 'empty' };

/**
 * Reads modules.dep of both generations line by line. A line whose first word is a `.ko` file is a physical line; any
 * other is read as modutils reads all its files: continued by `\`, with a `#` comment anywhere.
 */
export const modulesDep: LineLanguage<ModulesDepTree> = {
  readLine(text, offset) {
    const line = isModernAt(text, offset) ? readPhysical(text, offset) : modulesConfLines.read(text, offset);
    return { ...line, tree: treeOf(line) };
  },
};

function isModernAt(text: string, offset: number): boolean {
  let start = offset;
  while (start < text.length && isSpace(text.charCodeAt(start)) && text[start] !== '\n') start++;
  return generationOf(text.slice(start, targetEnd(text, start))) === '2.6';
}

function readPhysical(text: string, offset: number): LogicalLine {
  const newline = text.indexOf('\n', offset);
  const next = newline === -1 ? text.length : newline + 1;
  let end = next;
  while (end > offset && isSpace(text.charCodeAt(end - 1))) end--;
  return {
    raw: text.slice(offset, next),
    text: text.slice(offset, end),
    segments: undefined,
    physicalLines: 1,
    comments: undefined,
  };
}

function treeOf(line: LogicalLine): ModulesDepTree {
  const { text } = line;
  const start = skipSpace(text, 0);
  if (start === text.length) return empty;
  const end = targetEnd(text, start);
  const target = wordOf(line, start, end);
  const behind = skipSpace(text, end);
  const hasColon = text.charCodeAt(behind) === colonCode;
  const entry: EntryLine = {
    kind: 'entry',
    generation: generationOf(target.text),
    target,
    colon: hasColon ? rawSpan(line.segments, behind, behind + 1) : undefined,
    dependencies: wordsOf(line, hasColon ? behind + 1 : behind),
  };
  if (!hasColon) return { ...entry, malformed: 'no-colon' };
  return behind > end ? { ...entry, malformed: 'space-before-colon' } : entry;
}

/** @returns where the word at `start` ends as a target: at a colon or white space. */
function targetEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && text.charCodeAt(end) !== colonCode && !isSpace(text.charCodeAt(end))) end++;
  return end;
}

function wordsOf(line: LogicalLine, offset: number): Word[] {
  const { text } = line;
  const words: Word[] = [];
  for (let start = skipSpace(text, offset); start < text.length; ) {
    let end = start;
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
    words.push(wordOf(line, start, end));
    start = skipSpace(text, end);
  }
  return words;
}

function wordOf(line: LogicalLine, start: number, end: number): Word {
  return { text: line.text.slice(start, end), span: rawSpan(line.segments, start, end) };
}
