import type { FileSystem } from '../files/file-system.ts';

/** The directories of a root file system that configuration stands in. */
export const configurationPlaces: readonly string[] = [
  '/etc',
  '/etc/modprobe.d',
  '/etc/modules-load.d',
  '/etc/depmod.d',
  '/etc/modutils',
  ...['/run', '/usr/local/lib', '/usr/lib', '/lib'].flatMap((place) => [
    `${place}/modprobe.d`,
    `${place}/modules-load.d`,
    `${place}/depmod.d`,
  ]),
];

/**
 * Finds the root file system that a file belongs to by its place: `X/etc/modprobe.d/a.conf` and `X/lib/modules/V/modules.dep` stand in
 * the root `X`, if `X/lib/modules` is there.
 *
 * @param files the whole machine
 * @param path absolute, of a file
 * @returns the root's absolute path; `/` when no folder above the file looks like a root
 */
export function findRoot(files: FileSystem, path: string): string {
  const directory = path.slice(0, path.lastIndexOf('/'));
  const inTree = /^(.*?)(?:\/usr)?\/lib\/modules\//.exec(`${directory}/`)?.[1];
  if (inTree) return inTree;
  for (const place of configurationPlaces) {
    if (!directory.endsWith(place) || directory.length === place.length) continue;
    const root = directory.slice(0, -place.length);
    if (files.stat(`${root}/lib/modules`)?.kind === 'directory') return root;
  }
  return '/';
}
