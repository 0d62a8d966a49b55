import { baseName, directoryName } from '../files/paths.ts';

/** The parents of `modprobe.d`, `modules-load.d` and `depmod.d`, by precedence. */
const parents = ['/etc', '/run', '/usr/local/lib', '/usr/lib', '/lib'];

/**
 * Finds the directories that form one configuration with a file, by its place: `X/usr/lib/modprobe.d/a.conf` belongs with
 * `X/etc/modprobe.d` and the others, also when `X` is not the root (a package's source, say).
 *
 * @param name `modprobe.d`, `modules-load.d` or `depmod.d`
 * @param path absolute inside the root
 * @returns directories in order of precedence; for a file anywhere else its own directory if that is called `name`, otherwise
 *   the file alone
 */
export function placesOf(name: string, path: string): readonly string[] {
  const directory = directoryName(path);
  if (baseName(directory) !== name) return [path];
  const parent = parents
    .filter((place) => directory.endsWith(`${place}/${name}`))
    .sort((left, right) => right.length - left.length)[0];
  if (parent === undefined) return [directory];
  const prefix = directory.slice(0, -`${parent}/${name}`.length);
  return parents.map((place) => `${prefix}${place}/${name}`);
}
