import { createToken, type IMultiModeLexerDefinition, Lexer, type TokenType } from 'chevrotain';
import { firstCharacters, isSpace } from '../characters.ts';
import { scanParameter } from './scan-parameter.ts';
import { type DirectiveName, directiveNames } from './tree.ts';

/*
 * A logical line in modes: `start` (the command), the name's own mode, then what the command calls for. kmod cuts words at
 * blanks and tabs; the modules of a softdep it cuts at any white space.
 */

/** The mode that follows the name, by command; `words` for those that are not here. */
const modeBehindName: Partial<Record<DirectiveName, string>> = {
  install: 'shell',
  options: 'parameters',
  remove: 'shell',
  softdep: 'softdep',
  weakdep: 'weakdep',
};
const modes = ['words', 'shell', 'parameters', 'softdep', 'weakdep'];
const nameModeOf = (mode: string): string => `${mode}Name`;

const blank = createToken({ name: 'Blank', pattern: /[ \t]+/, group: Lexer.SKIPPED });
const space = createToken({ name: 'Space', pattern: /[ \t\v\f\r]+/, group: Lexer.SKIPPED });

/** The commands that kmod knows, by their tokens. */
export const keywords = new Map<TokenType, DirectiveName>(
  directiveNames.map((name) => [
    createToken({
      name,
      pattern: new RegExp(`${name}(?![^ \\t])`),
      push_mode: nameModeOf(modeBehindName[name] ?? 'words'),
    }),
    name,
  ]),
);
const unknownCommand = untilBlank('UnknownCommand', nameModeOf('words'));
export const commandTypes = [...keywords.keys(), unknownCommand];

/** The word behind the command; of several types because each opens its own mode. */
export const nameTypes = modes.map((mode) => untilBlank(`Name before ${mode}`, mode));

const Word = untilBlank('Word');

const Parameter = createToken({
  name: 'Parameter',
  pattern: (text: string, start: number) => {
    const end = scanParameter(text, start);
    return end === start ? null : ([text.slice(start, end)] as unknown as RegExpExecArray);
  },
  line_breaks: false,
  start_chars_hint: firstCharacters((code) => !isSpace(code)),
});

/** The one blank or tab that ends the name of a command whose argument is text. */
const beforeShell = separator('text');
const beforeSoftdep = separator('firstOfSoftdep');
const beforeWeakdep = separator('firstOfWeakdep');

/** The rest of the line, for the shell. */
const Text = createToken({
  name: 'Text',
  pattern: /[^\n]+/,
  line_breaks: false,
  start_chars_hint: firstCharacters(() => true),
});

export const markers = new Map<TokenType, 'pre' | 'post'>();
const markersBehind = (mode: string | undefined): TokenType[] =>
  (['pre', 'post'] as const).map((when) => {
    const marker = createToken({
      name: `${when}: ${mode ?? ''}`,
      pattern: new RegExp(`${when}:(?![^ \\t\\v\\f\\r])`),
      ...(mode && { push_mode: mode }),
    });
    markers.set(marker, when);
    return marker;
  });
const firstMarkers = markersBehind('restOfSoftdep');
const furtherMarkers = markersBehind(undefined);

/** White space before the first word of a list that does not belong to it, for kmod; see {@link firstModule}. */
const gap = (mode: string): TokenType =>
  createToken({
    name: `Gap before ${mode}`,
    pattern: /[ \t\v\f\r]{2,}|[ \t\v\f\r](?![^ \t\v\f\r])/,
    group: Lexer.SKIPPED,
    push_mode: mode,
  });
/**
 * The first word of a list. kmod leaves a blank that stands alone before it in the word: after `softdep M  pre: x` (two
 * blanks) ` pre:` is no marker.
 */
const firstModule = (mode: string): TokenType =>
  createToken({
    name: `First module before ${mode}`,
    pattern: /[ \t\v\f\r]?[^ \t\v\f\r]+/,
    line_breaks: false,
    start_chars_hint: firstCharacters(() => true),
    push_mode: mode,
  });
const firstOfSoftdep = firstModule('restOfSoftdep');
const firstOfWeakdep = firstModule('restOfWeakdep');
const gapOfSoftdep = gap('restOfSoftdep');
const gapOfWeakdep = gap('restOfWeakdep');

const Module = createToken({
  name: 'Module',
  pattern: /[^ \t\v\f\r]+/,
  line_breaks: false,
  start_chars_hint: firstCharacters((code) => !isSpace(code)),
});

/** Everything that may stand behind the name. */
export const argumentTypes = [
  Word,
  Parameter,
  Text,
  ...firstMarkers,
  ...furtherMarkers,
  firstOfSoftdep,
  firstOfWeakdep,
  Module,
];

function untilBlank(name: string, mode?: string): TokenType {
  return createToken({
    name,
    pattern: /[^ \t]+/,
    line_breaks: false,
    start_chars_hint: firstCharacters((code) => code !== 0x20 && code !== 0x09),
    ...(mode && { push_mode: mode }),
  });
}

function separator(mode: string): TokenType {
  return createToken({
    name: `Separator before ${mode}`,
    pattern: /[ \t]/,
    group: Lexer.SKIPPED,
    push_mode: mode,
  });
}

export const lexerDefinition: IMultiModeLexerDefinition = {
  defaultMode: 'start',
  modes: {
    start: [blank, ...commandTypes],
    ...Object.fromEntries(nameTypes.map((name, index) => [nameModeOf(modes[index]!), [blank, name]])),
    words: [blank, Word],
    parameters: [space, Parameter],
    shell: [beforeShell],
    text: [Text],
    softdep: [beforeSoftdep],
    firstOfSoftdep: [gapOfSoftdep, ...firstMarkers, firstOfSoftdep],
    restOfSoftdep: [space, ...furtherMarkers, Module],
    weakdep: [beforeWeakdep],
    firstOfWeakdep: [gapOfWeakdep, firstOfWeakdep],
    restOfWeakdep: [space, Module],
  },
};

export const allTokens: TokenType[] = [
  blank,
  space,
  ...commandTypes,
  ...nameTypes,
  ...argumentTypes,
  beforeShell,
  beforeSoftdep,
  beforeWeakdep,
  gapOfSoftdep,
  gapOfWeakdep,
];
