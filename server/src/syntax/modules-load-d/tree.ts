import type { LineWord } from '../line-word.ts';

/** One line of modules-load.d or /etc/modules. All spans are relative to the line's `raw`. */
export type ModulesLoadDTree = EmptyLine | CommentLine | NameLine;

/** Blank. */
export interface EmptyLine {
  readonly kind: 'empty';
}

/** A line whose first character that is no white space is `#` or `;`. */
export interface CommentLine {
  readonly kind: 'comment';
  readonly marker: '#' | ';';
}

/** A line that names a module. */
export interface NameLine {
  readonly kind: 'name';
  /** The whole line without the white space around it: all of it is the name for systemd-modules-load. */
  readonly name: LineWord;
  /** The line cut at white space; more than one word is a mistake, or arguments in an old /etc/modules. */
  readonly words: readonly LineWord[];
}
