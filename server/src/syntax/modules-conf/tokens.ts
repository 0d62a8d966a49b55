import { createToken, type IMultiModeLexerDefinition, Lexer, type TokenType } from 'chevrotain';
import { firstCharacters, isSpace } from '../characters.ts';
import { assignmentDirectives, type DirectiveName, wordDirectives } from './tree.ts';

/*
 * A logical line in modes: `start` (an `add`, then the name), `name` (the name behind an `add`), then `value` (the `=` of an
 * assignment) and `argument` (all that follows). The argument is one token: most of a file's lines are never asked for
 * their words, which then are cut out of it.
 */

const space = createToken({ name: 'Space', pattern: /[ \t\n\v\f\r]+/, group: Lexer.SKIPPED });

/** `add` is a prefix for modutils, not a word: `addoptions` begins with one too. */
export const Add = createToken({ name: 'Add', pattern: /add/, push_mode: 'name' });

/** The directive that a keyword in its own form (`NAME …` or `NAME=`) begins. */
export const keywords = new Map<TokenType, DirectiveName>();

for (const name of wordDirectives) {
  keyword(name, 'argument', (text, start) => {
    const end = text.startsWith(name, start) ? scanName(text, start + name.length) : start;
    return end === start + name.length && text[end] !== '=' ? end : start;
  });
}

for (const name of assignmentDirectives) {
  keyword(name, 'value', (text, start) => {
    const end = text.startsWith(name, start) ? scanName(text, start + name.length) : start;
    // Whatever begins with `path` and is assigned to is a path line.
    return (name === 'path' || end === start + name.length) && text[end] === '=' ? end : start;
  });
}

/* Any other name, or one in the wrong form: modutils answers `Invalid line`. */
const otherName = custom('OtherName', scanName, isNameCharacter, 'argument');
const otherAssignedName = custom('OtherAssignedName', scanAssignedName, isNameCharacter, 'value');
/** A control character where a name should begin: the name is empty. */
const noName = createToken({ name: 'NoName', pattern: /[\0-\x08\x0e-\x1f]/, push_mode: 'argument' });

/** The `=` of an assignment; of a line without a name, too. */
export const Equals = createToken({ name: 'Equals', pattern: '=', push_mode: 'argument' });

/** The rest of the line as it stands. */
export const Argument = custom(
  'Argument',
  (text) => text.length,
  (code) => !isSpace(code),
);

function keyword(name: DirectiveName, mode: string, scan: Scan): void {
  keywords.set(
    custom(name, scan, (code) => code === name.charCodeAt(0), mode),
    name,
  );
}

/** @returns the offset behind the token that begins at `start`; `start` itself if none does. */
type Scan = (text: string, start: number) => number;

/** A token that a function finds: `scan` returns the offset behind it, `accepts` says what it may begin with. */
function custom(name: string, scan: Scan, accepts: (code: number) => boolean, mode?: string): TokenType {
  return createToken({
    name,
    pattern: (text: string, start: number) => {
      const end = scan(text, start);
      return end === start ? null : ([text.slice(start, end)] as unknown as RegExpExecArray);
    },
    line_breaks: false,
    start_chars_hint: firstCharacters(accepts),
    ...(mode && { push_mode: mode }),
  });
}

function isNameCharacter(code: number): boolean {
  return code > 0x20 && code !== 0x3d;
}

function scanName(text: string, start: number): number {
  let at = start;
  while (at < text.length && isNameCharacter(text.charCodeAt(at))) at++;
  return at;
}

function scanAssignedName(text: string, start: number): number {
  const end = scanName(text, start);
  return text[end] === '=' ? end : start;
}

/** Everything that a line may begin with, behind an `add`. */
export const nameTypes = [...keywords.keys(), otherAssignedName, otherName, noName];

export const lexerDefinition: IMultiModeLexerDefinition = {
  defaultMode: 'start',
  modes: {
    start: [space, Add, ...nameTypes, Equals],
    name: [space, ...nameTypes, Equals],
    value: [Equals],
    argument: [space, Argument],
  },
};

export const allTokens: TokenType[] = [space, Add, ...nameTypes, Equals, Argument];
