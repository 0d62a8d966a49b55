import { EmbeddedActionsParser, Lexer } from 'chevrotain';
import { Argument, allTokens, commandTypes, keywords, lexerDefinition, Name } from './tokens.ts';
import type { DirectiveName } from './tree.ts';

/** What the grammar finds in one logical line, as offsets in its text. */
export interface ParsedLine {
  readonly directive: DirectiveName | undefined;
  readonly commandStart: number;
  readonly commandEnd: number;
  /** The word behind the command; both -1 if there is none. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** How many tokens these are. */
  readonly tokens: number;
}

const nothing: ParsedLine = {
  directive: undefined,
  commandStart: -1,
  commandEnd: -1,
  nameStart: -1,
  nameEnd: -1,
  tokens: 0,
};

/**
 * The grammar of one logical line that has a word. It is total: every sequence of tokens that the lexer can give is a line, so
 * there is no error to recover from; what kmod objects to is found in the tree. It is one rule, because calling a second
 * one for every line costs as much as the line itself.
 */
class LineParser extends EmbeddedActionsParser {
  /** @returns undefined after an error. */
  readonly line: () => ParsedLine | undefined;

  constructor() {
    super(allTokens, { maxLookahead: 1 });

    // Made once: alternatives in place would be built again for every line.
    const commands = commandTypes.map((type) => ({ ALT: () => this.CONSUME(type) }));
    const takeName = () => this.CONSUME(Name);
    const takeArgument = () => this.CONSUME(Argument);

    this.line = this.RULE('line', (): ParsedLine => {
      const command = this.OR(commands);
      const name = this.OPTION(takeName);
      const argument = this.OPTION1(takeArgument);
      if (this.RECORDING_PHASE) return nothing;
      return {
        directive: keywords.get(command.tokenType),
        commandStart: command.startOffset,
        commandEnd: command.startOffset + command.image.length,
        nameStart: name === undefined ? -1 : name.startOffset,
        nameEnd: name === undefined ? -1 : name.startOffset + name.image.length,
        tokens: 1 + Number(name !== undefined) + Number(argument !== undefined),
      };
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
  const { tokens } = lexer.tokenize(text);
  parser.input = tokens;
  const parsed = parser.line();
  // `parser.errors` is a copy, made anew for each line that asks: ask only when there is one.
  if (parsed === undefined || parsed.tokens !== tokens.length) throw parser.errors[0];
  return parsed;
}
