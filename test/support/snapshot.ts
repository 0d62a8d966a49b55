import type { Snapshot } from '../../server/src/features/snapshot.ts';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import { type LanguageId, languageOf } from '../../server/src/syntax/language.ts';
import { parseDocument } from '../../server/src/workspace/languages.ts';
import { Project } from '../../server/src/workspace/project.ts';

export interface SnapshotOptions {
  /** The document's path; /etc/modules.conf if left out. */
  readonly path?: string;
  readonly language?: LanguageId;
  /** Other files of the machine, by absolute path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly kernel?: string;
}

/** @returns a document open on a machine of strings, whose files are found at `file:///ROOT`. */
export function snapshotOf(text: string, options: SnapshotOptions = {}): Snapshot {
  const { path = '/etc/modules.conf', files = {}, kernel = '2.4.20' } = options;
  const language = options.language ?? languageOf(path, text);
  if (language === undefined) throw new Error(`no language for ${path}`);
  const document = parseDocument(text, language);
  const file = { path, language, document };
  const project = new Project({
    files: new MemoryFileSystem({ [path]: text, ...files }),
    kernel,
    open: new Map([[path, file]]),
  });
  return { file, language, document, project, uriOf: (other) => `file:///root${other}` };
}
