import type { LanguageId } from '../syntax/language.ts';
import type { SourceDocument } from '../text/source-document.ts';

/** One version of a document with all that is known around it: what every feature is a function of. Immutable. */
export interface Snapshot<Tree = unknown> {
  /** Absolute path inside the root; the name that the editor gives it for a document that is no file. */
  readonly path: string;
  readonly language: LanguageId;
  readonly document: SourceDocument<Tree>;
  /** @returns where an editor finds a file, by its path inside the root. */
  uriOf(path: string): string;
}
