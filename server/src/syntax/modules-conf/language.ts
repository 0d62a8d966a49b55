import type { LogicalLine } from '../../text/logical-line.ts';
import type { LineLanguage, SourceLine } from '../../text/source-document.ts';
import { skipSpace } from '../characters.ts';
import { LineWord } from '../line-word.ts';
import { modulesConfLines } from './line-reader.ts';
import { parseLine } from './parser.ts';
import { keywords } from './tokens.ts';
import type { AddPrefix, DirectiveLine, DirectiveName, EmptyLine, ModulesConfTree, Word } from './tree.ts';

const empty: EmptyLine = { kind: 'empty' };

/** Reads and parses modules.conf line by line. */
export const modulesConf: LineLanguage<ModulesConfTree> = {
  readLine(text, offset) {
    const { raw, text: logical, segments, physicalLines, comments } = modulesConfLines.read(text, offset);
    const tree = treeOf(logical, segments);
    return { raw, text: logical, segments, physicalLines, comments, tree };
  },
};

export type ModulesConfLine = SourceLine<ModulesConfTree>;

function treeOf(text: string, segments: LogicalLine['segments']): ModulesConfTree {
  const start = skipSpace(text, 0);
  return start === text.length ? empty : new ParsedDirective(text, segments, start);
}

/** Built for every line of a file: what few ask for is made when they do. */
class ParsedDirective implements DirectiveLine {
  readonly kind = 'directive';
  readonly add: AddPrefix | undefined;
  readonly name: Word;
  readonly directive: DirectiveName | undefined;
  readonly words: readonly Word[];
  readonly #text: string;
  readonly #segments: LogicalLine['segments'];
  readonly #equals: number;

  constructor(text: string, segments: LogicalLine['segments'], start: number) {
    const { add, name, equals, words } = parseLine(text);
    const addEnd = start + (add?.image.length ?? 0);
    const nameStart = name?.startOffset ?? skipSpace(text, addEnd);
    this.add = add && {
      span: new LineWord(text.slice(start, addEnd), start, segments).span,
      glued: nameStart === addEnd && name !== undefined,
    };
    this.name = new LineWord(name?.image ?? '', nameStart, segments);
    this.directive = name && keywords.get(name.tokenType);
    this.words = words.map((token) => new LineWord(token.image, token.startOffset, segments));
    this.#text = text;
    this.#segments = segments;
    this.#equals = equals?.startOffset ?? -1;
  }

  get equals(): DirectiveLine['equals'] {
    return this.#equals === -1 ? undefined : new LineWord('=', this.#equals, this.#segments).span;
  }

  get argument(): Word {
    const nameEnd = this.name.start + this.name.text.length;
    const start = skipSpace(this.#text, this.#equals === -1 ? nameEnd : this.#equals + 1);
    return new LineWord(this.#text.slice(start), start, this.#segments);
  }
}
