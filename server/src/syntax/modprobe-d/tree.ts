import { LineWord } from '../line-word.ts';

/** What kmod recognises at the start of a modprobe.d line; `include` and `config` only to say that they are no more. */
export const directiveNames = [
  'alias',
  'blacklist',
  'config',
  'include',
  'install',
  'options',
  'remove',
  'softdep',
  'weakdep',
] as const;

export type DirectiveName = (typeof directiveNames)[number];

/**
 * One logical line of modprobe.d. All spans are relative to the line's `raw`; all texts are kmod's (backslashes dropped,
 * continuations joined), so a word's text and the raw text under its span may differ.
 */
export type ModprobeDTree = EmptyLine | CommentLine | CommandLine;

/** Nothing but blanks and tabs. */
export interface EmptyLine {
  readonly kind: 'empty';
}

/** A line whose first character is `#`. */
export interface CommentLine {
  readonly kind: 'comment';
}

export type CommandLine = WordsLine | OptionsLine | ShellLine | SoftdepLine | WeakdepLine;

/** Why kmod ignores a line: all but `deprecated` give `ignoring bad line starting with …`. */
export type Fault = 'unknown-command' | 'missing-argument' | 'unmatched-bracket' | 'deprecated';

interface Command {
  readonly kind: 'command';
  /** The first word. */
  readonly command: LineWord;
  /** The word behind it: a module or a pattern, as written (`-` not yet `_`). */
  readonly name: LineWord | undefined;
  readonly fault: Fault | undefined;
}

/** A command whose arguments are words: `alias PATTERN MODULE`, `blacklist MODULE`, and whatever kmod does not know. */
export interface WordsLine extends Command {
  readonly directive: 'alias' | 'blacklist' | 'config' | 'include' | undefined;
  /** Every word behind the command, `name` being the first. */
  readonly words: readonly LineWord[];
}

/** A command whose argument is the rest of the line, behind the one blank or tab that ends the name. */
interface TextCommand extends Command {
  /** The rest as kmod has it, further blanks at its start and end included; undefined where nothing is left. */
  readonly argument: LineWord | undefined;
}

/** `options MODULE PARAMETER…` */
export interface OptionsLine extends TextCommand {
  readonly directive: 'options';
  /** The argument cut as the kernel cuts it: at white space outside `"…"`. */
  readonly parameters: readonly Parameter[];
}

/** `install MODULE COMMAND…` and `remove MODULE COMMAND…`; the argument is handed to /bin/sh. */
export interface ShellLine extends TextCommand {
  readonly directive: 'install' | 'remove';
}

/** `softdep MODULE pre: MODULE… post: MODULE…` */
export interface SoftdepLine extends TextCommand {
  readonly directive: 'softdep';
  /** Words before any `pre:` or `post:`, which kmod ignores. */
  readonly ignored: readonly LineWord[];
  /** In the order of the line; kmod joins those with the same marker. */
  readonly sections: readonly SoftdepSection[];
}

export interface SoftdepSection {
  readonly when: 'pre' | 'post';
  /** The word `pre:` or `post:`. */
  readonly marker: LineWord;
  readonly modules: readonly LineWord[];
}

/** `weakdep MODULE MODULE…`, kmod 33 and later. */
export interface WeakdepLine extends TextCommand {
  readonly directive: 'weakdep';
  readonly modules: readonly LineWord[];
}

/** One word of an options line: `NAME=VALUE`, or a NAME alone. */
export class Parameter extends LineWord {
  /** What is before the first `=`; the whole word where there is none. */
  get name(): LineWord {
    const equals = this.text.indexOf('=');
    return equals === -1 ? this : this.slice(0, equals);
  }

  /** What is behind the first `=`, quotes included; undefined where there is none. */
  get value(): LineWord | undefined {
    const equals = this.text.indexOf('=');
    return equals === -1 ? undefined : this.slice(equals + 1);
  }
}

/** @returns every module that kmod takes from a softdep line for one side, in its order. */
export function softdepModules(line: SoftdepLine, when: 'pre' | 'post'): LineWord[] {
  return line.sections.flatMap((section) => (section.when === when ? section.modules : []));
}
