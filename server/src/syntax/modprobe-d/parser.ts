import { EmbeddedActionsParser, type IToken, Lexer } from 'chevrotain';
import { allTokens, argumentTypes, commandTypes, lexerDefinition, nameTypes } from './tokens.ts';

/** What the grammar finds in one logical line: the tokens by the part that they play. */
export interface ParsedLine {
  readonly command: IToken;
  readonly name: IToken | undefined;
  /** Behind the name: words, parameters, the text for the shell, or modules with their markers. */
  readonly arguments: readonly IToken[];
}

/**
 * The grammar of one logical line that has a word. It is total: every sequence of tokens that the lexer can give is a line, so
 * there is no error to recover from; what kmod objects to is found in the tree. It is one rule, because calling a second
 * one for every line costs as much as the line itself.
 */
class LineParser extends EmbeddedActionsParser {
  readonly line: () => ParsedLine;
  /** Those of the line at hand. */
  private arguments: IToken[] = [];

  constructor() {
    super(allTokens, { maxLookahead: 1 });

    // Made once: alternatives in place would be built again for every line.
    const alternatives = (types: typeof allTokens) =>
      types.map((type) => ({ ALT: () => this.CONSUME(type) }));
    const commands = alternatives(commandTypes);
    const names = alternatives(nameTypes);
    const anyArgument = alternatives(argumentTypes);
    const takeName = () => this.OR1(names);
    const takeArgument = () => this.arguments.push(this.OR2(anyArgument));

    this.line = this.RULE('line', (): ParsedLine => {
      this.arguments = [];
      const command = this.OR(commands);
      const name = this.OPTION(takeName);
      this.MANY(takeArgument);
      return { command, name, arguments: this.arguments };
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
