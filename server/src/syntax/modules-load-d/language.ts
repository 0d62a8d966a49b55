import type { LineLanguage } from '../../text/source-document.ts';
import { skipSpace } from '../characters.ts';
import { LineWord } from '../line-word.ts';
import { parseWords } from './parser.ts';
import type { CommentLine, EmptyLine, ModulesLoadDTree } from './tree.ts';

const empty: EmptyLine = { kind: 'empty' };
const comments: Readonly<Record<string, CommentLine>> = {
  '#': { kind: 'comment', marker: '#' },
  ';': { kind: 'comment', marker: ';' },
};

/** Reads and parses modules-load.d and /etc/modules: a logical line is a physical one. */
export const modulesLoadD: LineLanguage<ModulesLoadDTree> = {
  readLine(text, offset) {
    const end = text.indexOf('\n', offset);
    const raw = end === -1 ? text.slice(offset) : text.slice(offset, end + 1);
    const logical = end === -1 ? raw : text.slice(offset, end);
    return {
      raw,
      text: logical,
      segments: undefined,
      physicalLines: 1,
      comments: undefined,
      tree: treeOf(logical),
    };
  },
};

function treeOf(text: string): ModulesLoadDTree {
  const start = skipSpace(text, 0);
  if (start === text.length) return empty;
  const comment = comments[text[start]!];
  if (comment !== undefined) return comment;
  const words = parseWords(text).map((token) => new LineWord(token.image, token.startOffset, undefined));
  const last = words.at(-1)!;
  const name = new LineWord(text.slice(start, last.start + last.text.length), start, undefined);
  return { kind: 'name', name, words };
}
