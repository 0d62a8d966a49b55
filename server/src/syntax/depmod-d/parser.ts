import { createToken, EmbeddedActionsParser, type IToken, Lexer, type TokenType } from 'chevrotain';
import { firstCharacters } from '../characters.ts';
import { type DirectiveName, directiveNames } from './tree.ts';

const blank = createToken({ name: 'Blank', pattern: /[ \t]+/, group: Lexer.SKIPPED });

/** The commands that depmod knows, by their tokens. */
export const keywords = new Map<TokenType, DirectiveName>(
  directiveNames.map((name) => [
    createToken({ name, pattern: new RegExp(`${name}(?![^ \\t])`), push_mode: 'words' }),
    name,
  ]),
);
const untilBlank = {
  pattern: /[^ \t]+/,
  line_breaks: false,
  start_chars_hint: firstCharacters((code) => code !== 0x20 && code !== 0x09),
};
const unknownCommand = createToken({ name: 'UnknownCommand', ...untilBlank, push_mode: 'words' });
const Word = createToken({ name: 'Word', ...untilBlank });

const commandTypes = [...keywords.keys(), unknownCommand];

/** What the grammar finds in one logical line. */
export interface ParsedLine {
  readonly command: IToken;
  readonly words: readonly IToken[];
}

/** The grammar of one logical line that has a word. It is total: what depmod objects to is found in the tree. */
class LineParser extends EmbeddedActionsParser {
  readonly line: () => ParsedLine;
  /** Those of the line at hand. */
  private words: IToken[] = [];

  constructor() {
    super([blank, ...commandTypes, Word], { maxLookahead: 1 });
    const commands = commandTypes.map((type) => ({ ALT: () => this.CONSUME(type) }));
    const takeWord = () => this.words.push(this.CONSUME(Word));
    this.line = this.RULE('line', (): ParsedLine => {
      this.words = [];
      const command = this.OR(commands);
      this.MANY(takeWord);
      return { command, words: this.words };
    });
    this.performSelfAnalysis();
  }
}

let tools: { readonly lexer: Lexer; readonly parser: LineParser } | undefined;

/**
 * Parses the text of one logical line that has a word and is no comment.
 * @throws when the grammar is not total, which is a defect of the grammar
 */
export function parseLine(text: string): ParsedLine {
  tools ??= {
    lexer: new Lexer(
      { defaultMode: 'start', modes: { start: [blank, ...commandTypes], words: [blank, Word] } },
      { positionTracking: 'onlyOffset', ensureOptimizations: true },
    ),
    parser: new LineParser(),
  };
  const { lexer, parser } = tools;
  parser.input = lexer.tokenize(text).tokens;
  const parsed = parser.line();
  const error = parser.errors[0];
  if (error !== undefined) throw error;
  return parsed;
}
