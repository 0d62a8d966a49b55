import { fnmatch } from './fnmatch.ts';

/**
 * Whether a pattern of a configuration file names a path, or a folder that it is in. In a pattern `*`, `?` and `[…]` stand for
 * what they do in fnmatch(3), within one name; `**` stands for any number of folders. A pattern without a slash names files and
 * folders of that name anywhere; one with a slash begins at the base. A slash at its end means folders only.
 *
 * Takes at most as many steps as both have names, multiplied, each a comparison of names.
 *
 * @param path relative to the base, without a leading slash
 * @param isFolder whether the path itself is a folder
 */
export function pathMatches(pattern: string, path: string, isFolder = false): boolean {
  const foldersOnly = pattern.endsWith('/');
  const wanted = pattern.split('/').filter((name) => name !== '' && name !== '.');
  const isAnchored = wanted.length > 1 || pattern.startsWith('/') || pattern.startsWith('./');
  if (!isAnchored) wanted.unshift('**');
  // What is in a folder is matched with the folder.
  if (wanted.at(-1) === '**') wanted[wanted.length - 1] = '*';
  const names = path.split('/');
  if (foldersOnly && !isFolder) names.pop();
  return matchesStart(wanted, names);
}

/** Whether all of `wanted` matches the first names. As in fnmatch, only the last `**` is ever tried again. */
function matchesStart(wanted: readonly string[], names: readonly string[]): boolean {
  let inWanted = 0;
  let at = 0;
  let afterStars = -1;
  let starsEnd = 0;
  while (inWanted < wanted.length) {
    if (wanted[inWanted] === '**') {
      afterStars = ++inWanted;
      starsEnd = at;
      continue;
    }
    if (at < names.length && fnmatch(wanted[inWanted]!, names[at]!)) {
      inWanted++;
      at++;
      continue;
    }
    if (afterStars === -1 || starsEnd >= names.length) return false;
    inWanted = afterStars;
    at = ++starsEnd;
  }
  return true;
}
