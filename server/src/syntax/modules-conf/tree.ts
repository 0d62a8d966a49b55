import type { Span } from '../../text/span.ts';

/** What modutils recognises at the start of a line, by the name that stands there (`path` for every `path…`). */
export const wordDirectives = [
  'above',
  'alias',
  'below',
  'define',
  'else',
  'elseif',
  'endif',
  'if',
  'include',
  'install',
  'keep',
  'options',
  'post-install',
  'post-remove',
  'pre-install',
  'pre-remove',
  'probe',
  'probeall',
  'prune',
  'remove',
] as const;

/** Recognised only as `NAME=VALUE`. */
export const assignmentDirectives = [
  'depfile',
  'generic_stringfile',
  'ieee1394mapfile',
  'insmod_opt',
  'isapnpmapfile',
  'parportmapfile',
  'path',
  'pcimapfile',
  'persistdir',
  'pnpbiosmapfile',
  'usbmapfile',
] as const;

export type WordDirective = (typeof wordDirectives)[number];
export type AssignmentDirective = (typeof assignmentDirectives)[number];
export type DirectiveName = WordDirective | AssignmentDirective;

/**
 * One logical line of modules.conf. All spans are relative to the line's `raw`; all texts are the loader's (comments cut,
 * continuations joined), so `text` and the raw text under `span` differ where a line is continued.
 */
export type ModulesConfTree = EmptyLine | DirectiveLine;

/** Blank, or nothing but a comment. */
export interface EmptyLine {
  readonly kind: 'empty';
}

export interface DirectiveLine {
  readonly kind: 'directive';
  /** The `add` before the directive. */
  readonly add: AddPrefix | undefined;
  /** The name as written: `alias`, `path[net]`, `frobnicate`. */
  readonly name: Word;
  /** What modutils takes the line for; undefined when it answers `Invalid line`. */
  readonly directive: DirectiveName | undefined;
  /** Where the `=` of `name=` stands; undefined for `name …`. */
  readonly equals: Span | undefined;
  /** Everything behind the name (or its `=`), white space before it skipped. */
  readonly argument: Word;
  /** The argument cut into words by modutils' rules (quotes keep blanks together). */
  readonly words: readonly Word[];
  /** Start and end of each word in the logical text, in turn: for who reads many lines and needs few of their words. */
  readonly wordOffsets: readonly number[];
}

export interface AddPrefix {
  readonly span: Span;
  /** `addoptions x` instead of `add options x`. */
  readonly glued: boolean;
}

export interface Word {
  /** As the loader sees it, quotes and backslashes still in it. */
  readonly text: string;
  readonly span: Span;
  /** Where it begins in the logical text. */
  readonly start: number;
  /** The quote that it leaves open, if it does. */
  readonly unterminated: '"' | "'" | '`' | undefined;
  /** @returns where a part of it stands in the line's raw text; offsets are relative to `text`. */
  spanOf(start: number, end: number): Span;
}

/** A piece of a word, for colours and hovers, and for expansion. Offsets are relative to the word's `text`. */
export interface WordPart extends Span {
  readonly kind:
    | 'text'
    | 'escape' // \x
    | 'single-quoted'
    | 'double-quoted'
    | 'variable' // $VAR ${VAR}
    | 'command' // `…` $(…)
    | 'glob' // * ? [...]
    | 'tilde' // ~ ~user at the start of a path
    | 'brace'; // {a,b}
  /** For a variable its name, for a command its text; otherwise as written. */
  readonly value: string;
  /** Inside double quotes: the parts between them. */
  readonly parts?: readonly WordPart[];
}
