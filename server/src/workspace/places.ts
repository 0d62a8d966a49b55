import { baseName, directoryName } from '../files/paths.ts';

/** The parents of `modprobe.d`, `modules-load.d` and `depmod.d`, by precedence. */
const parents = ['/etc', '/run', '/usr/local/lib', '/usr/lib', '/lib'];

/**
 * Finds what plays the root for the configuration that a file belongs to by its place: `X` for `X/usr/lib/modprobe.d/a.conf`.
 *
 * @param name `modprobe.d`, `modules-load.d` or `depmod.d`
 * @param path absolute inside the root
 * @returns empty for the root itself; undefined for a file that stands in none of the places of its kind
 */
function prefixOf(name: string, path: string): string | undefined {
  const directory = `${directoryName(path)}/`;
  // In the longest parent the file stands in the others' place, too: /usr/lib ends in /lib.
  const prefixes = parents
    .map((parent) => directory.lastIndexOf(`${parent}/${name}/`))
    .filter((at) => at !== -1);
  return prefixes.length === 0 ? undefined : directory.slice(0, Math.min(...prefixes));
}

/**
 * Finds the directories that form one configuration with a file, by its place: `X/usr/lib/modprobe.d/a.conf` belongs with
 * `X/etc/modprobe.d` and the others, also when `X` is not the root (a package's source, say).
 *
 * @param name `modprobe.d`, `modules-load.d` or `depmod.d`
 * @param path absolute inside the root
 * @returns directories in order of precedence, also for a file in a subdirectory of one, which is not read; for a file anywhere
 *   else its own directory if that is called `name`, otherwise the file alone
 */
export function placesOf(name: string, path: string): readonly string[] {
  const prefix = prefixOf(name, path);
  if (prefix !== undefined) return parents.map((parent) => `${prefix}${parent}/${name}`);
  const directory = directoryName(path);
  return baseName(directory) === name ? [directory] : [path];
}

/** @returns what {@link prefixOf} says of a file of modules-load.d, or of `X/etc/modules`. */
export function modulesLoadPrefix(path: string): string | undefined {
  return path.endsWith(etcModules) ? path.slice(0, -etcModules.length) : prefixOf('modules-load.d', path);
}

const etcModules = '/etc/modules';
