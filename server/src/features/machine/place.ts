import { type Origin, rangeOf } from '../../loaders/origin.ts';

/** A line of a file, for an editor to go to. */
export interface Place {
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
}

/** Something that a loader was told, in the words of its line, and where; no place for what is built in. */
export interface Statement {
  readonly text: string;
  readonly place?: Place;
}

/** @returns where an editor finds a file, by its path inside the root. */
export type UriOf = (path: string) => string;

/** @returns a statement with the place of its origin. */
export function statement(text: string, origin: Origin, uriOf: UriOf): Statement {
  switch (origin.kind) {
    case 'built-in':
      return { text };
    case 'tree':
      return { text, place: { uri: uriOf(origin.path), line: Math.max(origin.line, 0) } };
    case 'file':
      return { text, place: { uri: uriOf(origin.file.path), line: rangeOf(origin).start.line } };
  }
}
