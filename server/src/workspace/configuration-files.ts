import type { FileSystem } from '../files/file-system.ts';
import { languageOf } from '../syntax/language.ts';
import { kernelVersions } from '../tree/kernel-versions.ts';
import { configurationPlaces } from './root.ts';

/** @returns the configuration files and module lists of a root file system, by absolute path inside it, each once. */
export function configurationFiles(files: FileSystem): string[] {
  const found = new Map<string, string>();
  const add = (path: string) => {
    if (languageOf(path) === undefined || files.stat(path)?.kind !== 'file') return;
    // /lib is a link to /usr/lib on today's machines: the first name stands for both.
    const real = files.realPath(path) ?? path;
    if (!found.has(real)) found.set(real, path);
  };
  for (const directory of configurationPlaces) for (const path of namesIn(files, directory)) add(path);
  for (const version of kernelVersions(files)) add(`/lib/modules/${version}/modules.dep`);
  return [...found.values()];
}

function namesIn(files: FileSystem, directory: string): string[] {
  try {
    return files.list(directory).map(({ name }) => `${directory}/${name}`);
  } catch {
    return []; // a place that this machine does not have
  }
}
