import type { FileSystem } from '../../files/file-system.ts';
import { joinPath } from '../../files/paths.ts';
import { ConfigurationError } from './configuration-error.ts';

/** What a configuration file may be called. */
const configurationFileNames = ['modconf.json', 'modconf.jsonc', 'modconf.toml'] as const;

/**
 * @param directory absolute
 * @returns the configuration file in a folder; undefined when it has none
 * @throws ConfigurationError when it has two
 */
export function configurationFileIn(files: FileSystem, directory: string): string | undefined {
  const found = configurationFileNames.filter(
    (name) => files.stat(joinPath(directory, name))?.kind === 'file',
  );
  const [first, second] = found;
  if (first === undefined) return undefined;
  const path = joinPath(directory, first);
  if (second === undefined) return path;
  const message = `\`${second}\` stands beside this; keep one of them`;
  throw new ConfigurationError([{ path, line: 1, column: 1, message }]);
}
