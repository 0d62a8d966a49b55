import type { FileSystem } from '../files/file-system.ts';
import { directoryName } from '../files/paths.ts';
import { languageOf } from '../syntax/language.ts';
import { kernelVersions } from '../tree/kernel-versions.ts';
import { Project } from '../workspace/project.ts';
import { configurationPlaces } from '../workspace/root.ts';

/**
 * @returns the configuration files and module lists of a root file system, by absolute path inside it, each once. What stands
 *   where one should but cannot be read as a file is there, too: whoever reads it hears why.
 */
export function configurationFiles(files: FileSystem): string[] {
  const found = new Map<string, string>();
  const add = (path: string) => {
    // /lib is a link to /usr/lib on today's machines: the first name stands for both.
    const real = files.realPath(path) ?? path;
    if (!found.has(real)) found.set(real, path);
  };
  for (const directory of configurationPlaces) {
    for (const path of namesIn(files, directory)) {
      if (languageOf(path) !== undefined && isMeantAsFile(files, path)) add(path);
    }
  }
  for (const path of new Project({ files }).modulesConfFiles()) add(path);
  for (const version of kernelVersions(files)) {
    for (const path of namesIn(files, `/lib/modules/${version}`)) {
      if (path.endsWith('/modules.dep')) add(path);
    }
  }
  return [...found.values()];
}

/** In the directories of today a link to nothing, or to /dev/null, is a mask, and a directory is passed over. */
function isMeantAsFile(files: FileSystem, path: string): boolean {
  const kind = files.stat(path)?.kind;
  if (kind === 'file' || !directoryName(path).endsWith('.d')) return true;
  return kind === 'other' && files.realPath(path) !== '/dev/null';
}

function namesIn(files: FileSystem, directory: string): string[] {
  try {
    return files.list(directory).map(({ name }) => `${directory}/${name}`);
  } catch {
    return []; // a place that this machine does not have
  }
}
