import type { LanguageId } from '../syntax/language.ts';
import type { SourceDocument } from '../text/source-document.ts';
import { parseDocument } from './languages.ts';

interface CachedDocument {
  readonly text: string;
  readonly language: LanguageId;
  readonly document: SourceDocument<unknown>;
}

/**
 * The last parsed document of each path, so that looking at a configuration again does not parse its files again. One
 * entry per path: a changed text replaces the old one.
 */
export class DocumentCache {
  readonly #documents = new Map<string, CachedDocument>();

  /** @returns the document of `text`, parsed anew only if the path's last text or language was another. */
  get(path: string, text: string, language: LanguageId): SourceDocument<unknown> {
    const known = this.#documents.get(path);
    if (known?.text === text && known.language === language) return known.document;
    const document = parseDocument(text, language);
    this.#documents.set(path, { text, language, document });
    return document;
  }

  /** Takes in a document that is already parsed: an open buffer after an edit. */
  set(path: string, language: LanguageId, document: SourceDocument<unknown>): void {
    this.#documents.set(path, { text: document.text, language, document });
  }

  /** Forgets a path. */
  delete(path: string): void {
    this.#documents.delete(path);
  }
}
