import { FileError, type FileSystem } from '../files/file-system.ts';
import { joinPath } from '../files/paths.ts';

/** Where the module trees of all kernels are. */
export const modulesDirectory = '/lib/modules';

/** @returns the kernel versions that have a directory below /lib/modules, the newest last; none where that cannot be read. */
export function kernelVersions(files: FileSystem): string[] {
  try {
    return files
      .list(modulesDirectory)
      .filter(({ name }) => files.stat(joinPath(modulesDirectory, name))?.kind === 'directory')
      .map(({ name }) => name)
      .sort(compareVersions);
  } catch (error) {
    if (error instanceof FileError) return [];
    throw error;
  }
}

/**
 * @returns the newest kernel version that depmod has been run for; the newest of all where it has not. A kernel that was
 *   removed may leave an empty directory behind.
 */
export function newestKernel(files: FileSystem): string | undefined {
  const versions = kernelVersions(files);
  const hasIndex = (version: string) =>
    ['modules.dep', 'modules.dep.bin'].some(
      (name) => files.stat(joinPath(joinPath(modulesDirectory, version), name)) !== undefined,
    );
  return versions.findLast(hasIndex) ?? versions.at(-1);
}

/** What comes before the version that it stands behind: 2.6.0-test11, 2.4.21-pre4, 6.1-rc3. */
const previews = ['-rc', '-pre', '-test'];

/**
 * Orders kernel versions from old to new: numbers by value (6.1.0-9 before 6.1.0-10), other text by its characters, a
 * release candidate before its release.
 */
export function compareVersions(left: string, right: string): number {
  let a = 0;
  let b = 0;
  while (a < left.length && b < right.length) {
    if (isDigit(left, a) && isDigit(right, b)) {
      const leftEnd = digitsEnd(left, a);
      const rightEnd = digitsEnd(right, b);
      const difference = compareNumbers(left.slice(a, leftEnd), right.slice(b, rightEnd));
      if (difference !== 0) return difference;
      a = leftEnd;
      b = rightEnd;
    } else if (left[a] === right[b] && isPreview(left, a) === isPreview(right, b)) {
      a++;
      b++;
    } else break;
  }
  const byPreview = Number(isPreview(right, b)) - Number(isPreview(left, a));
  if (byPreview !== 0) return byPreview;
  const [restOfLeft, restOfRight] = [left.slice(a), right.slice(b)];
  return restOfLeft < restOfRight ? -1 : restOfLeft > restOfRight ? 1 : 0;
}

function isPreview(version: string, at: number): boolean {
  return previews.some((word) => version.startsWith(word, at) && isDigit(version, at + word.length));
}

/** Digits of any length, so not by way of a number. */
function compareNumbers(left: string, right: string): number {
  const a = left.replace(/^0+/, '');
  const b = right.replace(/^0+/, '');
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

function digitsEnd(text: string, start: number): number {
  let end = start;
  while (isDigit(text, end)) end++;
  return end;
}
