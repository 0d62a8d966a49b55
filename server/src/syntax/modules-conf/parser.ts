import { EmbeddedActionsParser, Lexer } from 'chevrotain';
import { Add, Argument, allTokens, Equals, keywords, lexerDefinition, nameTypes } from './tokens.ts';
import type { DirectiveName } from './tree.ts';

/**
 * What the grammar finds in one logical line, as offsets in its text. Tokens are not kept: a file has millions, and
 * collecting them costs more than finding them.
 */
export interface ParsedLine {
  readonly directive: DirectiveName | undefined;
  /** The `add`; -1 if there is none. */
  readonly add: number;
  /** The name; both -1 if there is none. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** The `=` behind the name; -1 if there is none. */
  readonly equals: number;
  /** What follows the name or the `=`, up to the end of the text; -1 if nothing does. */
  readonly argument: number;
}

const nothing: ParsedLine = {
  directive: undefined,
  add: -1,
  nameStart: -1,
  nameEnd: -1,
  equals: -1,
  argument: -1,
};

/**
 * The grammar of one logical line. It is total: every sequence of tokens that the lexer can give is a line, so there is no
 * error to recover from; what modutils or its user would object to is found in the tree. It is one rule, because calling
 * a second one for every line costs as much as the line itself.
 */
class LineParser extends EmbeddedActionsParser {
  /** @returns undefined after an error. */
  readonly line: () => ParsedLine | undefined;

  constructor() {
    super(allTokens, { maxLookahead: 1 });

    // Made once: alternatives in place would be built again for every line.
    const names = nameTypes.map((type) => ({ ALT: () => this.CONSUME(type) }));
    const takeAdd = () => this.CONSUME(Add);
    const takeName = () => this.OR(names);
    const takeEquals = () => this.CONSUME(Equals);
    const takeArgument = () => this.CONSUME(Argument);

    this.line = this.RULE('line', (): ParsedLine => {
      const add = this.OPTION(takeAdd);
      const name = this.OPTION1(takeName);
      const equals = this.OPTION2(takeEquals);
      const argument = this.OPTION3(takeArgument);
      if (this.RECORDING_PHASE) return nothing;
      return {
        directive: name && keywords.get(name.tokenType),
        add: add?.startOffset ?? -1,
        nameStart: name?.startOffset ?? -1,
        nameEnd: name === undefined ? -1 : name.startOffset + name.image.length,
        equals: equals?.startOffset ?? -1,
        argument: argument?.startOffset ?? -1,
      };
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
  const { tokens } = lexer.tokenize(text);
  parser.input = tokens;
  const parsed = parser.line();
  // `parser.errors` is a copy, made anew for each line that asks: ask only when there is one.
  if (parsed === undefined || countTokens(parsed) !== tokens.length) throw parser.errors[0];
  return parsed;
}

function countTokens({ add, nameStart, equals, argument }: ParsedLine): number {
  return Number(add !== -1) + Number(nameStart !== -1) + Number(equals !== -1) + Number(argument !== -1);
}
