import type { Span } from '../../text/span.ts';

/** One logical line of modules.dep, of either generation. All spans are relative to the line's `raw`. */
export type ModulesDepTree = EmptyLine | EntryLine;

/** Blank, or nothing but a comment. */
export interface EmptyLine {
  readonly kind: 'empty';
}

/** `TARGET: [DEPENDENCY …]`, or what somebody took for it. */
export interface EntryLine {
  readonly kind: 'entry';
  /** Which depmod writes such a target; undefined for a bare name, which says neither. */
  readonly generation: Generation | undefined;
  /** The first word; empty where the line begins with its colon. */
  readonly target: Word;
  /** The colon behind the target, white space between them or not. */
  readonly colon: Span | undefined;
  /** Why modutils answers `Invalid dependency` here and reads no further. */
  readonly malformed?: 'no-colon' | 'space-before-colon';
  /** Every word behind the colon, or behind the target where there is no colon. */
  readonly dependencies: readonly Word[];
}

export interface Word {
  readonly text: string;
  readonly span: Span;
}

/**
 * The two generations of module files and of their lists: `2.4` has `.o`, absolute paths, continued lines and comments;
 * `2.6` (to this day) has `.ko`, paths relative to the tree, one physical line per module.
 */
export type Generation = '2.4' | '2.6';

const suffixes: readonly (readonly [string, Generation])[] = [
  ['.ko', '2.6'],
  ['.ko.gz', '2.6'],
  ['.ko.xz', '2.6'],
  ['.ko.zst', '2.6'],
  ['.o', '2.4'],
  ['.o.gz', '2.4'],
  ['.mod', '2.4'],
];

/** @returns the generation that a module file's path belongs to: by its suffix, otherwise 2.4 for an absolute path. */
export function generationOf(path: string): Generation | undefined {
  for (const [suffix, generation] of suffixes) if (path.endsWith(suffix)) return generation;
  return path.startsWith('/') ? '2.4' : undefined;
}
