import type { LanguageId } from '../syntax/language.ts';
import type { SourceDocument } from '../text/source-document.ts';
import type { Project, ProjectFile } from '../workspace/project.ts';

/** One version of a document with all that is known around it: what every feature is a function of. Immutable. */
export interface Snapshot<Tree = unknown> {
  /** The document, by its absolute path inside the root; by its name in the editor where it is no file. */
  readonly file: ProjectFile & { readonly document: SourceDocument<Tree> };
  readonly language: LanguageId;
  readonly document: SourceDocument<Tree>;
  /** The machine that the document belongs to, as it is while this version is open. */
  readonly project: Project;
  /** @returns where an editor finds a file, by its path inside the root. */
  uriOf(path: string): string;
}
