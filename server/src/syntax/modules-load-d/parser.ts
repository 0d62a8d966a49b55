import { createToken, EmbeddedActionsParser, type IToken, Lexer } from 'chevrotain';
import { firstCharacters, isSpace } from '../characters.ts';

const space = createToken({ name: 'Space', pattern: /[ \t\v\f\r]+/, group: Lexer.SKIPPED });
const Word = createToken({
  name: 'Word',
  pattern: /[^ \t\v\f\r]+/,
  line_breaks: false,
  start_chars_hint: firstCharacters((code) => !isSpace(code)),
});
const allTokens = [space, Word];

/** The grammar of one line: words. It is total; that there should be one word only is for the rules. */
class LineParser extends EmbeddedActionsParser {
  readonly words: () => IToken[];
  /** Those of the line at hand. */
  private found: IToken[] = [];

  constructor() {
    super(allTokens, { maxLookahead: 1 });
    const takeWord = () => this.found.push(this.CONSUME(Word));
    this.words = this.RULE('words', (): IToken[] => {
      this.found = [];
      this.MANY(takeWord);
      return this.found;
    });
    this.performSelfAnalysis();
  }
}

let tools: { readonly lexer: Lexer; readonly parser: LineParser } | undefined;

/**
 * Parses the text of one line.
 * @throws when the grammar is not total, which is a defect of the grammar
 */
export function parseWords(text: string): IToken[] {
  tools ??= {
    lexer: new Lexer(allTokens, { positionTracking: 'onlyOffset', ensureOptimizations: true }),
    parser: new LineParser(),
  };
  const { lexer, parser } = tools;
  parser.input = lexer.tokenize(text).tokens;
  const words = parser.words();
  const error = parser.errors[0];
  if (error !== undefined) throw error;
  return words;
}
