import { resolve } from 'node:path';
import { FileError, maximumFileSize } from '../files/file-system.ts';
import { type LanguageId, languageOf } from '../syntax/language.ts';
import { decode } from '../text/encoding.ts';
import type { ProjectFile } from '../workspace/project.ts';
import { looksBinary } from './content.ts';
import type { Host } from './host.ts';
import { UnsuitableFileError } from './messages.ts';
import { insideRoot, type Projects, type Root } from './projects.ts';

/** A file that the user named, read and parsed, with the root file system that it is part of. */
export interface Source {
  /** As the user named it. */
  readonly shown: string;
  readonly root: Root;
  readonly file: ProjectFile;
}

const unknownLanguage =
  'neither its path nor its first line says what kind of file it is; say it with --language';

/** Reads the files that the user named. */
export class Sources {
  readonly #host: Host;
  readonly #projects: Projects;
  readonly #language: LanguageId | undefined;

  /** @param language of every file; undefined lets each say its own. */
  constructor(host: Host, projects: Projects, language: LanguageId | undefined) {
    this.#host = host;
    this.#projects = projects;
    this.#language = language;
  }

  /**
   * @param path absolute, on this machine
   * @param configured the language that the user's configuration says, where the file does not say one itself
   * @throws FileError when the file cannot be read, UnsuitableFileError when no language is known for it
   */
  read(shown: string, path: string, configured?: LanguageId): Source {
    const root = this.#projects.rootOf(path);
    const inside = insideRoot(root.directory, path);
    const bytes =
      inside === undefined ? this.#host.filesBelow('/').read(path) : root.project.files.read(inside);
    return { shown, root, file: this.#parse(bytes, shown, path, root, configured) };
  }

  /**
   * Reads standard input in place of the file that it stands for.
   *
   * @param path as the user named it; undefined for none
   * @throws as {@link Sources.read}
   */
  async readStandardInput(path: string | undefined, configured?: LanguageId): Promise<Source> {
    const shown = path ?? '-';
    const absolute = resolve(this.#host.directory, shown);
    const root = this.#projects.rootOf(absolute);
    const bytes = await this.#host.standardInput(maximumFileSize + 1);
    if (bytes.length > maximumFileSize) throw new FileError('too-large', shown);
    const file = this.#parse(bytes, shown, absolute, root, configured);
    if (path !== undefined) root.open.set(file.path, file);
    return { shown, root, file };
  }

  #parse(
    bytes: Uint8Array,
    shown: string,
    path: string,
    { directory, documents, project }: Root,
    configured: LanguageId | undefined,
  ): ProjectFile {
    if (looksBinary(bytes)) throw new FileError('other', shown, 'looks like a binary file, not read');
    const text = decode(bytes);
    const inside = insideRoot(directory, path);
    const included = () => inside !== undefined && project.includesInModulesConf(inside);
    const language =
      this.#language ??
      languageOf('', text) ??
      configured ??
      languageOf(path) ??
      (included() ? 'modules.conf' : undefined);
    if (language === undefined) throw new UnsuitableFileError(unknownLanguage);
    // What stands outside the root goes by the name that the user gave it.
    const name = inside ?? shown;
    return { path: name, language, document: documents.get(name, text, language) };
  }
}
