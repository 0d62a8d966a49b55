import type { LineWord } from '../line-word.ts';

/** What depmod recognises at the start of a depmod.d line; the last two without doing anything. */
export const directiveNames = [
  'exclude',
  'external',
  'override',
  'search',
  'include',
  'make_map_files',
] as const;

export type DirectiveName = (typeof directiveNames)[number];

/** One logical line of depmod.d. All spans are relative to the line's `raw`; all texts are depmod's. */
export type DepmodDTree = EmptyLine | CommentLine | CommandLine;

/** Nothing but blanks and tabs. */
export interface EmptyLine {
  readonly kind: 'empty';
}

/** A line whose first character is `#`. */
export interface CommentLine {
  readonly kind: 'comment';
}

/** Why depmod ignores a line; the last one silently. */
export type Fault = 'unknown-command' | 'missing-argument' | 'not-implemented';

export interface CommandLine {
  readonly kind: 'command';
  /** The first word. */
  readonly command: LineWord;
  /** What depmod takes the line for; undefined when it answers `ignoring bad line`. */
  readonly directive: DirectiveName | undefined;
  /** The words behind the command. */
  readonly words: readonly LineWord[];
  readonly fault: Fault | undefined;
}
