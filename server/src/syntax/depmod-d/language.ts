import type { LogicalLine } from '../../text/logical-line.ts';
import type { LineLanguage } from '../../text/source-document.ts';
import { LineWord } from '../line-word.ts';
import { isBlank, kmodLines } from '../modprobe-d/line-reader.ts';
import { keywords, parseLine } from './parser.ts';
import type { CommentLine, DepmodDTree, DirectiveName, EmptyLine, Fault } from './tree.ts';

const empty: EmptyLine = { kind: 'empty' };
const comment: CommentLine = { kind: 'comment' };

/** Reads and parses depmod.d line by line, by the same line rules as modprobe.d. */
export const depmodD: LineLanguage<DepmodDTree> = {
  readLine(text, offset) {
    const { raw, text: logical, segments, physicalLines, comments } = kmodLines.read(text, offset);
    return { raw, text: logical, segments, physicalLines, comments, tree: treeOf(logical, segments) };
  },
};

function treeOf(text: string, segments: LogicalLine['segments']): DepmodDTree {
  if (text.charCodeAt(0) === 0x23) return comment;
  if (isBlank(text)) return empty;
  const parsed = parseLine(text);
  const command = new LineWord(parsed.command.image, parsed.command.startOffset, segments);
  const words = parsed.words.map((token) => new LineWord(token.image, token.startOffset, segments));
  const directive = keywords.get(parsed.command.tokenType);
  return { kind: 'command', command, directive, words, fault: faultOf(directive, words.length) };
}

function faultOf(directive: DirectiveName | undefined, words: number): Fault | undefined {
  switch (directive) {
    case undefined:
      return 'unknown-command';
    case 'include':
    case 'make_map_files':
      return 'not-implemented';
    case 'override':
      return words < 3 ? 'missing-argument' : undefined;
    case 'external':
      return words < 2 ? 'missing-argument' : undefined;
    case 'search':
    case 'exclude':
      return undefined;
  }
}
