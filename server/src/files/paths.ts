/**
 * Absolute paths inside a root, with `/` between names. Pure text: nothing is looked up.
 */

/** @returns `path` made absolute against `base`, without `.`, `..`, doubled or trailing slashes; `..` stops at `/`. */
export function normalizePath(path: string, base = '/'): string {
  const names: string[] = [];
  for (const name of (path.startsWith('/') ? path : `${base}/${path}`).split('/')) {
    if (name === '' || name === '.') continue;
    if (name === '..') names.pop();
    else names.push(name);
  }
  return `/${names.join('/')}`;
}

/** @returns `directory` and `name` as one path. */
export function joinPath(directory: string, name: string): string {
  return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
}

/** @returns what is behind the last slash. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** @returns what is before the last slash; `/` for a name in the root. */
export function directoryName(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}
