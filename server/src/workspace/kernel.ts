import type { FileSystem } from '../files/file-system.ts';
import { kernelVersions, newestKernel } from '../tree/kernel-versions.ts';

/**
 * Chooses the kernel version in force: the running one if its tree is below the root (or if no tree is and the root is the
 * machine's own), otherwise the newest that is.
 *
 * @param running the version of the running kernel, where the root is the machine's own
 * @returns undefined when there is nothing to choose from
 */
export function chooseKernel(files: FileSystem, running?: string): string | undefined {
  const versions = kernelVersions(files);
  if (running !== undefined && (versions.length === 0 || versions.includes(running))) return running;
  return newestKernel(files);
}
