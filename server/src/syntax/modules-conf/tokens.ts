import { createToken, type IMultiModeLexerDefinition, Lexer, type TokenType } from 'chevrotain';
import { firstCharacters, isSpace } from '../characters.ts';
import { scanWord } from './scan-word.ts';
import { assignmentDirectives, type DirectiveName, wordDirectives } from './tree.ts';

/*
 * A logical line in modes: `start` (an `add`, then the name), `name` (the name behind an `add`), then what the name
 * calls for: `words`, `command` (a key, then `text`), `value` (an `=`, then `words`) or `textValue` (an `=`, then `text`).
 */

/** A name ends at the first character that is not above a blank, or at `=`. */
const nameEnd = '(?![^\\0- =])';

const commandDirectives: ReadonlySet<DirectiveName> = new Set([
  'install',
  'post-install',
  'post-remove',
  'pre-install',
  'pre-remove',
  'remove',
]);

const space = createToken({ name: 'Space', pattern: /[ \t\n\v\f\r]+/, group: Lexer.SKIPPED });

/** `add` is a prefix for modutils, not a word: `addoptions` begins with one too. */
export const Add = createToken({ name: 'Add', pattern: /add/, push_mode: 'name' });

/** The directive that a keyword in its own form (`NAME …` or `NAME=`) begins. */
export const keywords = new Map<TokenType, DirectiveName>();

for (const name of wordDirectives) {
  keyword(name, `${name}${nameEnd}(?!=)`, commandDirectives.has(name) ? 'command' : 'words');
}

for (const name of assignmentDirectives) {
  // Whatever begins with `path` and is assigned to is a path line.
  const pattern = name === 'path' ? 'path[^\\0- =]*(?==)' : `${name}(?==)`;
  keyword(name, pattern, name === 'insmod_opt' ? 'textValue' : 'value');
}

/* Any other name, or one in the wrong form: modutils answers `Invalid line`. */
const otherName = custom('OtherName', scanName, isNameCharacter, 'words');
const otherAssignedName = custom('OtherAssignedName', scanAssignedName, isNameCharacter, 'value');
/** A control character where a name should begin: the name is empty. */
const noName = createToken({ name: 'NoName', pattern: /[\0-\x08\x0e-\x1f]/, push_mode: 'words' });

/** The `=` of an assignment; of a line without a name, too. */
export const Equals = createToken({ name: 'Equals', pattern: '=', push_mode: 'words' });
export const EqualsBeforeText = createToken({ name: 'EqualsBeforeText', pattern: '=', push_mode: 'text' });

export const Word = custom('Word', scanWord, isNoSpace);
/** The module of a command; the command follows. */
export const Key = custom('Key', scanWord, isNoSpace, 'text');
/** The rest of the line as it stands, for the shell or for insmod. */
export const Text = custom('Text', (text) => text.length, isNoSpace);

function keyword(name: DirectiveName, pattern: string, mode: string): void {
  keywords.set(createToken({ name, pattern: new RegExp(pattern), push_mode: mode }), name);
}

/** A token that a function finds: `scan` returns the offset behind it, `accepts` says what it may begin with. */
function custom(
  name: string,
  scan: (text: string, start: number) => number,
  accepts: (code: number) => boolean,
  mode?: string,
): TokenType {
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

function isNoSpace(code: number): boolean {
  return !isSpace(code);
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
    words: [space, Word],
    command: [space, Key],
    text: [space, Text],
    value: [Equals],
    textValue: [EqualsBeforeText],
  },
};

export const allTokens: TokenType[] = [space, Add, ...nameTypes, Equals, EqualsBeforeText, Word, Key, Text];
