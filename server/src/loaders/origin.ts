import type { SourceDocument } from '../text/source-document.ts';
import type { Range, Span } from '../text/span.ts';

/** A file of a configuration as the loader read it. */
export interface ConfigurationFile<Tree = unknown> {
  /** Absolute path inside the root, or as the user named it. */
  readonly path: string;
  readonly document: SourceDocument<Tree>;
}

/** Where something comes from: every entry of an effective configuration and every step of a load plan has one. */
export type Origin = FileOrigin | BuiltInOrigin;

export interface FileOrigin {
  readonly kind: 'file';
  readonly file: ConfigurationFile;
  /** Index of the logical line in the document. */
  readonly line: number;
  /** In the line's raw text: what of the line said it. */
  readonly span: Span;
}

/** The loader's own defaults, the kernel command line, … */
export interface BuiltInOrigin {
  readonly kind: 'built-in';
  /** For people: `built in`, `kernel command line`. */
  readonly text: string;
}

export const builtIn: BuiltInOrigin = { kind: 'built-in', text: 'built in' };

/** @returns the range of an origin in its file. */
export function rangeOf(origin: FileOrigin): Range {
  return origin.file.document.rangeInLine(origin.line, origin.span);
}

/** @returns `path:line` (one-based, the origin's first physical line), or what is built in. */
export function describeOrigin(origin: Origin): string {
  return origin.kind === 'built-in' ? origin.text : `${origin.file.path}:${rangeOf(origin).start.line + 1}`;
}
