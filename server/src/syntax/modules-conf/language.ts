import type { LogicalLine } from '../../text/logical-line.ts';
import type { LineLanguage } from '../../text/source-document.ts';
import type { Span } from '../../text/span.ts';
import { skipSpace } from '../characters.ts';
import { LineWord } from '../line-word.ts';
import { modulesConfLines } from './line-reader.ts';
import { type ParsedLine, parseLine } from './parser.ts';
import { scanWord, unterminatedQuote } from './scan-word.ts';
import type { AddPrefix, DirectiveLine, DirectiveName, EmptyLine, ModulesConfTree, Word } from './tree.ts';

const empty: EmptyLine = { kind: 'empty' };

/** A word with modutils' quotes in it. */
class ConfWord extends LineWord implements Word {
  get unterminated(): Word['unterminated'] {
    return unterminatedQuote(this.text);
  }
}

const addLength = 'add'.length;

/** Reads and parses modules.conf line by line. */
export const modulesConf: LineLanguage<ModulesConfTree> = {
  readLine(text, offset) {
    const { raw, text: logical, segments, physicalLines, comments } = modulesConfLines.read(text, offset);
    return { raw, text: logical, segments, physicalLines, comments, tree: treeOf(logical, segments) };
  },
};

function treeOf(text: string, segments: LogicalLine['segments']): ModulesConfTree {
  return skipSpace(text, 0) === text.length ? empty : new ParsedDirective(text, segments);
}

/** There is one for every line of a file, so it keeps offsets and makes the rest when it is asked for. */
class ParsedDirective implements DirectiveLine {
  readonly kind = 'directive';
  readonly #text: string;
  readonly #segments: LogicalLine['segments'];
  readonly #parsed: ParsedLine;
  #wordOffsets: readonly number[] | undefined;
  #words: readonly Word[] | undefined;

  constructor(text: string, segments: LogicalLine['segments']) {
    this.#text = text;
    this.#segments = segments;
    this.#parsed = parseLine(text);
  }

  get directive(): DirectiveName | undefined {
    return this.#parsed.directive;
  }

  get add(): AddPrefix | undefined {
    const { add, nameStart } = this.#parsed;
    if (add === -1) return undefined;
    return { span: this.#word(add, add + addLength).span, glued: nameStart === add + addLength };
  }

  get name(): Word {
    const { add, nameStart, nameEnd } = this.#parsed;
    if (nameStart !== -1) return this.#word(nameStart, nameEnd);
    const start = skipSpace(this.#text, add === -1 ? 0 : add + addLength);
    return this.#word(start, start);
  }

  get equals(): Span | undefined {
    const { equals } = this.#parsed;
    return equals === -1 ? undefined : this.#word(equals, equals + 1).span;
  }

  get argument(): Word {
    const { argument } = this.#parsed;
    return this.#word(argument === -1 ? this.#text.length : argument, this.#text.length);
  }

  get words(): readonly Word[] {
    this.#words ??= this.#makeWords();
    return this.#words;
  }

  get wordOffsets(): readonly number[] {
    this.#wordOffsets ??= cutWords(this.#text, this.#parsed);
    return this.#wordOffsets;
  }

  #makeWords(): Word[] {
    const offsets = this.wordOffsets;
    const made: Word[] = [];
    for (let at = 0; at < offsets.length; at += 2) made.push(this.#word(offsets[at]!, offsets[at + 1]!));
    return made;
  }

  #word(start: number, end: number): Word {
    return new ConfWord(this.#text.slice(start, end), start, this.#segments);
  }
}

/** Cuts the argument into words: the start and end of each in turn. */
function cutWords(text: string, { directive, argument }: ParsedLine): number[] {
  if (argument === -1) return [];
  if (directive === 'insmod_opt') return [argument, text.length];
  const firstEnd = scanWord(text, argument);
  const offsets = [argument, firstEnd];
  const isCommand = directive !== undefined && commandDirectives.has(directive);
  for (let start = skipSpace(text, firstEnd); start < text.length; ) {
    // What is behind the module of a command is the shell's.
    const end = isCommand ? text.length : scanWord(text, start);
    offsets.push(start, end);
    start = skipSpace(text, end);
  }
  return offsets;
}

const commandDirectives: ReadonlySet<DirectiveName> = new Set([
  'install',
  'post-install',
  'post-remove',
  'pre-install',
  'pre-remove',
  'remove',
]);
