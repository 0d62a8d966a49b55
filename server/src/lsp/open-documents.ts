import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import { maximumFileSize } from '../files/file-system.ts';
import { isLanguageId, type LanguageId, languageOf } from '../syntax/language.ts';
import type { SourceDocument } from '../text/source-document.ts';
import { parseDocument } from '../workspace/languages.ts';
import { nameOfUri } from './uris.ts';

/** A document as the editor shows it. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  /** Undefined for a file that none of our languages is written in. */
  readonly language: LanguageId | undefined;
  readonly document: SourceDocument<unknown>;
}

interface Entry extends OpenDocument {
  /** What the editor calls the document's language. */
  readonly editorLanguage: string;
}

/**
 * The documents that the editor has open, by URI. Each change gives a new {@link OpenDocument}; the one before stays as it was.
 *
 * Lines end with `\n` or `\r\n`. The protocol also names a lone `\r`, but no editor sends one as a line end: VS Code replaces it
 * when it loads a file, Vim and its kin count it as a character.
 */
export class OpenDocuments {
  readonly #entries = new Map<string, Entry>();

  get(uri: string): OpenDocument | undefined {
    return this.#entries.get(uri);
  }

  all(): Iterable<OpenDocument> {
    return this.#entries.values();
  }

  /** Takes in a document; one that is already open is replaced. */
  open({ uri, languageId, version, text }: TextDocumentItem): OpenDocument {
    const entry = read(uri, languageId, version, text);
    this.#entries.set(uri, entry);
    return entry;
  }

  /** @returns the changed document; undefined when it is not open. */
  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ): OpenDocument | undefined {
    const old = this.#entries.get(uri);
    if (old === undefined) return undefined;
    const entry = changes.reduce(applyChange, old);
    const current = { ...entry, version };
    this.#entries.set(uri, current);
    return current;
  }

  close(uri: string): void {
    this.#entries.delete(uri);
  }
}

function read(uri: string, editorLanguage: string, version: number, text: string): Entry {
  const firstLine = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const language = text.length > maximumFileSize ? undefined : chooseLanguage(uri, editorLanguage, firstLine);
  const document = parseDocument(text, language ?? plainest);
  return { uri, editorLanguage, version, language, document };
}

function applyChange(entry: Entry, change: TextDocumentContentChangeEvent): Entry {
  const { uri, editorLanguage, version, document, language } = entry;
  if (!('range' in change)) return read(uri, editorLanguage, version, change.text);
  const { start, end } = change.range;
  const span = { start: document.offsetAt(start), end: document.offsetAt(end) };
  const edited = document.edit({ span, newText: change.text });
  // The first line may say which language the file is written in.
  if (start.line === 0) {
    const firstLine = edited.lineCount === 0 ? '' : edited.line(0).raw;
    if (chooseLanguage(uri, editorLanguage, firstLine) !== language)
      return read(uri, editorLanguage, version, edited.text);
  }
  return { ...entry, document: edited };
}

/** What a document of no language is kept as, to follow its changes. */
const plainest: LanguageId = 'modules-load.d';

/** A mark in the first line wins, then the language that the user has chosen in the editor, then the document's name. */
function chooseLanguage(uri: string, editorLanguage: string, firstLine: string): LanguageId | undefined {
  const marked = languageOf('', firstLine);
  if (marked !== undefined) return marked;
  return isLanguageId(editorLanguage) ? editorLanguage : languageOf(nameOfUri(uri));
}
