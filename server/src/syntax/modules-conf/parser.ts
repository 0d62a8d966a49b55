import { EmbeddedActionsParser, type IToken, Lexer } from 'chevrotain';
import {
  Add,
  allTokens,
  Equals,
  EqualsBeforeText,
  Key,
  lexerDefinition,
  nameTypes,
  Text,
  Word,
} from './tokens.ts';

/** What the grammar finds in one logical line: the tokens by the part that they play. */
export interface ParsedLine {
  readonly add: IToken | undefined;
  readonly name: IToken | undefined;
  readonly equals: IToken | undefined;
  readonly words: readonly IToken[];
}

/**
 * The grammar of one logical line. It is total: every sequence of tokens that the lexer can give is a line, so there is no
 * error to recover from; what modutils or its user would object to is found in the tree. It is one rule, because calling
 * a second one for every line costs as much as the line itself.
 */
class LineParser extends EmbeddedActionsParser {
  readonly line: () => ParsedLine;
  /** The words of the line at hand. */
  private words: IToken[] = [];

  constructor() {
    super(allTokens, { maxLookahead: 1 });

    // Made once: alternatives in place would be built again for every line.
    const names = nameTypes.map((type) => ({ ALT: () => this.CONSUME(type) }));
    const equals = [Equals, EqualsBeforeText].map((type) => ({ ALT: () => this.CONSUME(type) }));
    const takeAdd = () => this.CONSUME(Add);
    const takeName = () => this.OR(names);
    const takeEquals = () => this.OR1(equals);
    const takeKey = () => this.words.push(this.CONSUME(Key));
    const takeWord = () => this.words.push(this.CONSUME(Word));
    const takeText = () => this.words.push(this.CONSUME(Text));

    this.line = this.RULE('line', (): ParsedLine => {
      this.words = [];
      const add = this.OPTION(takeAdd);
      const name = this.OPTION1(takeName);
      const equals = this.OPTION2(takeEquals);
      this.OPTION3(takeKey);
      this.MANY(takeWord);
      this.OPTION4(takeText);
      return { add, name, equals, words: this.words };
    });

    this.performSelfAnalysis();
  }
}

let tools: { readonly lexer: Lexer; readonly parser: LineParser } | undefined;

/**
 * Parses the text of one logical line that is not blank.
 * @throws when the grammar is not total, which is a defect of the grammar
 */
export function parseLine(text: string): ParsedLine {
  tools ??= {
    lexer: new Lexer(lexerDefinition, { positionTracking: 'onlyOffset', ensureOptimizations: true }),
    parser: new LineParser(),
  };
  const { lexer, parser } = tools;
  parser.input = lexer.tokenize(text).tokens;
  const parsed = parser.line();
  const error = parser.errors[0];
  if (error !== undefined) throw error;
  return parsed;
}
