import type { FileSystem } from '../../../server/src/files/file-system.ts';
import { MemoryFileSystem } from '../../../server/src/files/memory-file-system.ts';
import type {
  ModutilsConfiguration,
  ModutilsEnvironment,
} from '../../../server/src/loaders/modutils/configuration.ts';
import { printConfiguration } from '../../../server/src/loaders/modutils/print-configuration.ts';
import { readConfiguration } from '../../../server/src/loaders/modutils/read-configuration.ts';
import { modulesConf } from '../../../server/src/syntax/modules-conf/language.ts';
import { SourceDocument } from '../../../server/src/text/source-document.ts';

export const mainPath = '/etc/modules.conf';

/** Reads a text as /etc/modules.conf, with other files beside it. */
export function read(
  text: string,
  others: Readonly<Record<string, string>> = {},
  environment: Partial<ModutilsEnvironment> = {},
): ModutilsConfiguration {
  const files: FileSystem = new MemoryFileSystem({ ...others, [mainPath]: text });
  return readConfiguration(
    { path: mainPath, document: SourceDocument.parse(text, modulesConf) },
    { files, kernel: '2.4.20', variables: {}, ...environment },
  );
}

/** @returns the lines of `modprobe -c` that the defaults do not have, without headings. */
export function ownLines(configuration: ModutilsConfiguration): string[] {
  const defaults = new Set(printConfiguration(read('')).lines.map(({ text }) => text));
  return printConfiguration(configuration)
    .lines.map(({ text }) => text)
    .filter((line) => !defaults.has(line) && !line.startsWith('# '));
}

/** @returns what was said while reading. */
export function messagesOf(configuration: ModutilsConfiguration): string[] {
  return configuration.messages.map(({ text }) => text);
}
