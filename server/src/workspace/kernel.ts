import type { FileSystem } from '../files/file-system.ts';

const modulesDirectory = '/lib/modules';

/**
 * Orders kernel versions: runs of digits as numbers, what is between them by byte, and a pre-release (`-rc1`, `-pre2`,
 * `-test9`) before its release.
 */
export function compareKernelVersions(left: string, right: string): number {
  const a = pieces(left);
  const b = pieces(right);
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const one = a[index] ?? '';
    const other = b[index] ?? '';
    if (one === other) continue;
    const numbers = /^\d/.test(one) && /^\d/.test(other);
    const difference = numbers ? Number(one) - Number(other) : rank(one) - rank(other);
    if (difference !== 0) return difference;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

function pieces(version: string): string[] {
  return version.match(/\d+|\D+/g) ?? [];
}

/** What follows a release makes it newer, except the marks of a pre-release. */
function rank(piece: string): number {
  if (piece === '') return 0;
  return /^[-.]?(rc|pre|test|alpha|beta)/.test(piece) ? -1 : 1;
}

/** @returns the kernel versions that have a directory below /lib/modules, oldest first; none when it cannot be read. */
export function kernelVersions(files: FileSystem): string[] {
  try {
    return files
      .list(modulesDirectory)
      .filter(
        ({ name }) => /^\d/.test(name) && files.stat(`${modulesDirectory}/${name}`)?.kind === 'directory',
      )
      .map(({ name }) => name)
      .sort(compareKernelVersions);
  } catch {
    return []; // no such directory: a root without kernels
  }
}

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
  return versions.at(-1);
}
