import type { SourceDocument } from '../text/source-document.ts';
import type { Range, Span } from '../text/span.ts';

/** A file of a configuration as the loader read it. */
export interface ConfigurationFile<Tree = unknown> {
  /** Absolute path inside the root, or as the user named it. */
  readonly path: string;
  readonly document: SourceDocument<Tree>;
}

/** Where something comes from: every entry of an effective configuration and every step of a load plan has one. */
export type Origin = FileOrigin | TreeOrigin | BuiltInOrigin;

export interface FileOrigin {
  readonly kind: 'file';
  readonly file: ConfigurationFile;
  /** Index of the logical line in the document. */
  readonly line: number;
  /** In the line's raw text: what of the line said it. */
  readonly span: Span;
}

/** A line of a file that depmod made (modules.dep, modules.alias, …): these are indexed, and are no documents. */
export interface TreeOrigin {
  readonly kind: 'tree';
  /** Absolute path inside the root. */
  readonly path: string;
  /** Zero-based physical line; -1 in a file without lines (modules.builtin.modinfo). */
  readonly line: number;
}

/** The loader's own defaults, the kernel command line, … */
export interface BuiltInOrigin {
  readonly kind: 'built-in';
  /** For people: `built in`, `kernel command line`. */
  readonly text: string;
}

export const builtIn: BuiltInOrigin = { kind: 'built-in', text: 'built in' };

/** Something about an answer that its reader has to know and that the loader does not say. */
export interface Note {
  /** For people, without the place. */
  readonly text: string;
  readonly origin: Origin;
}

/** @returns the range of an origin in its file. */
export function rangeOf(origin: FileOrigin): Range {
  return origin.file.document.rangeInLine(origin.line, origin.span);
}

/** @returns `path:line` (one-based, the origin's first physical line), or what is built in. */
export function describeOrigin(origin: Origin): string {
  switch (origin.kind) {
    case 'built-in':
      return origin.text;
    case 'tree':
      return origin.line < 0 ? origin.path : `${origin.path}:${origin.line + 1}`;
    case 'file':
      return `${origin.file.path}:${rangeOf(origin).start.line + 1}`;
  }
}
