/**
 * A stretch of text: UTF-16 code units, zero-based, half-open. What it is relative to (a document, or a logical
 * line's raw text) is said where it is used.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in a document: zero-based line, zero-based UTF-16 code unit in it (as in the Language Server Protocol). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two places, half-open (as in the Language Server Protocol). */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A replacement in a document; an empty span inserts. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}
