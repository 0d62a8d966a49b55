import { createToken, type IMultiModeLexerDefinition, Lexer, type TokenType } from 'chevrotain';
import { firstCharacters } from '../characters.ts';
import { type DirectiveName, directiveNames } from './tree.ts';

/*
 * A logical line in modes: `start` (the command), `name`, and `argument`: all that follows. Each command cuts its argument in
 * its own way (cut-argument.ts); as one token it costs no more than it is worth. kmod cuts words at blanks and tabs.
 */

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09;

const Blank = createToken({ name: 'Blank', pattern: /[ \t]+/, group: Lexer.SKIPPED });

/** The commands that kmod knows, by their tokens. */
export const keywords = new Map<TokenType, DirectiveName>(
  directiveNames.map((name) => [
    createToken({ name, pattern: new RegExp(`${name}(?![^ \\t])`), push_mode: 'name' }),
    name,
  ]),
);
const UnknownCommand = untilBlank('UnknownCommand', 'name');
export const commandTypes = [...keywords.keys(), UnknownCommand];

/** The word behind the command. */
export const Name = untilBlank('Name', 'argument');

/** Everything behind the name, the blank that ends it included. */
export const Argument = createToken({
  name: 'Argument',
  pattern: /[ \t][\s\S]*/,
  line_breaks: false,
  start_chars_hint: firstCharacters(isBlank),
});

function untilBlank(name: string, mode: string): TokenType {
  return createToken({
    name,
    pattern: /[^ \t]+/,
    line_breaks: false,
    start_chars_hint: firstCharacters((code) => !isBlank(code)),
    push_mode: mode,
  });
}

export const lexerDefinition: IMultiModeLexerDefinition = {
  defaultMode: 'start',
  modes: { start: [Blank, ...commandTypes], name: [Blank, Name], argument: [Argument] },
};

export const allTokens: TokenType[] = [Blank, ...commandTypes, Name, Argument];
