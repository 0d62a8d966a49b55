import { createToken, EmbeddedActionsParser, type IToken, Lexer, type TokenType } from 'chevrotain';
import { firstCharacters } from '../characters.ts';
import type { WordPart } from './tree.ts';

/*
 * The inside of a word: what a shell would see in it. modutils itself only gets so far in step 6 of its expansion, but
 * people read these words as shell words, so colours and hovers show them as such.
 */

const Escape = createToken({ name: 'Escape', pattern: /\\[\s\S]/ });
const SingleQuoted = quoted('SingleQuoted', "'");
const Backquoted = quoted('Backquoted', '`');
const DoubleQuote = createToken({ name: 'DoubleQuote', pattern: '"', push_mode: 'quoted' });
const CloseQuote = createToken({ name: 'CloseQuote', pattern: '"', pop_mode: true });
const Variable = createToken({ name: 'Variable', pattern: /\$(?:[A-Za-z_]\w*|\{\w+\}|[0-9@*#?$!-])/ });
const Command = createToken({
  name: 'Command',
  pattern: scanCommand,
  line_breaks: false,
  start_chars_hint: ['$'],
});
const Glob = createToken({ name: 'Glob', pattern: /[*?]|\[[^\]\s]+\]/ });
const Brace = createToken({ name: 'Brace', pattern: /\{[^{}\s]*,[^{}\s]*\}/ });
/** Only where a path may begin: at the word's start, behind `=` or `:`. */
const Tilde = createToken({ name: 'Tilde', pattern: scanTilde, line_breaks: false, start_chars_hint: ['~'] });
const Text = createToken({
  name: 'Text',
  pattern: /[^\\'"`$*?[{~]+|[\s\S]/,
  start_chars_hint: firstCharacters(() => true),
  line_breaks: false,
});
const QuotedText = createToken({
  name: 'QuotedText',
  pattern: /[^\\"`$]+|[\s\S]/,
  start_chars_hint: firstCharacters(() => true),
  line_breaks: false,
});

const lexerDefinition = {
  defaultMode: 'word',
  modes: {
    word: [Escape, SingleQuoted, Backquoted, DoubleQuote, Command, Variable, Glob, Brace, Tilde, Text],
    quoted: [Escape, CloseQuote, Backquoted, Command, Variable, QuotedText],
  },
};

const kinds = new Map<TokenType, WordPart['kind']>([
  [Escape, 'escape'],
  [SingleQuoted, 'single-quoted'],
  [Backquoted, 'command'],
  [Command, 'command'],
  [Variable, 'variable'],
  [Glob, 'glob'],
  [Brace, 'brace'],
  [Tilde, 'tilde'],
  [Text, 'text'],
  [QuotedText, 'text'],
]);

class WordParser extends EmbeddedActionsParser {
  readonly word: () => WordPart[];

  constructor() {
    super([...kinds.keys(), DoubleQuote, CloseQuote], { maxLookahead: 1 });
    const partOf = (token: IToken): WordPart => ({
      kind: kinds.get(token.tokenType) ?? 'text',
      start: token.startOffset,
      end: token.startOffset + token.image.length,
      value: partValue(token),
    });
    const outside = [...kinds.keys()]
      .filter((type) => type !== QuotedText)
      .map((type) => ({ ALT: () => partOf(this.CONSUME(type)) }));
    const inside = [Escape, Backquoted, Command, Variable, QuotedText].map((type) => ({
      ALT: () => partOf(this.CONSUME(type)),
    }));

    const doubleQuoted = this.RULE('doubleQuoted', (): WordPart => {
      const open = this.CONSUME(DoubleQuote);
      const parts: WordPart[] = [];
      this.MANY(() => parts.push(this.OR(inside)));
      const close = this.OPTION(() => this.CONSUME(CloseQuote));
      const end = close ? close.startOffset + 1 : (parts.at(-1)?.end ?? open.startOffset + 1);
      const value = parts.map((part) => part.value).join('');
      return { kind: 'double-quoted', start: open.startOffset, end, value, parts };
    });

    this.word = this.RULE('word', (): WordPart[] => {
      const parts: WordPart[] = [];
      const alternatives = [...outside, { ALT: () => this.SUBRULE(doubleQuoted) }];
      this.MANY(() => parts.push(this.OR(alternatives)));
      return parts;
    });
    this.performSelfAnalysis();
  }
}

let tools: { readonly lexer: Lexer; readonly parser: WordParser } | undefined;

/**
 * Takes a word apart: quotes, variables, globs, tildes, commands. Total: every word has parts, and they cover it.
 *
 * @param text a word as {@link Word.text}
 * @returns parts whose offsets are relative to `text`
 */
export function wordParts(text: string): readonly WordPart[] {
  tools ??= {
    lexer: new Lexer(lexerDefinition, { positionTracking: 'onlyOffset', ensureOptimizations: true }),
    parser: new WordParser(),
  };
  const { lexer, parser } = tools;
  parser.input = lexer.tokenize(text).tokens;
  const parts = parser.word();
  const error = parser.errors[0];
  if (error !== undefined) throw error;
  return parts;
}

/** A token from one quote to the next; without one it takes the rest. */
function quoted(name: string, quote: string): TokenType {
  return createToken({
    name,
    pattern: (text: string, start: number) => {
      if (text[start] !== quote) return null;
      const close = text.indexOf(quote, start + 1);
      return match(text, start, close === -1 ? text.length : close + 1);
    },
    line_breaks: false,
    start_chars_hint: [quote],
  });
}

/** `$(…)` with the parentheses in it balanced. */
function scanCommand(text: string, start: number): RegExpExecArray | null {
  if (!text.startsWith('$(', start)) return null;
  let depth = 0;
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return match(text, start, at + 1);
  }
  return match(text, start, text.length);
}

function scanTilde(text: string, start: number): RegExpExecArray | null {
  const before = text[start - 1];
  if (text[start] !== '~' || (before !== undefined && before !== '=' && before !== ':')) return null;
  let end = start + 1;
  while (end < text.length && /[\w.+-]/.test(text[end]!)) end++;
  return match(text, start, end);
}

function match(text: string, start: number, end: number): RegExpExecArray {
  return [text.slice(start, end)] as unknown as RegExpExecArray;
}

function partValue({ image, tokenType }: IToken): string {
  if (tokenType === Escape) return image.slice(1);
  if (tokenType === SingleQuoted || tokenType === Backquoted) {
    return image.slice(1, image.length > 1 && image.endsWith(image[0]!) ? -1 : undefined);
  }
  if (tokenType === Command) return image.slice(2, image.endsWith(')') ? -1 : undefined);
  if (tokenType === Variable) return image[1] === '{' ? image.slice(2, -1) : image.slice(1);
  return image;
}
