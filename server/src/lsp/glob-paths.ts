import { fnmatch } from '../files/fnmatch.ts';

/**
 * Matches a path as editors' settings do: `*` and `?` within a name, `**` for any number of folders. A pattern that does not begin
 * with `/` may begin at any folder.
 *
 * @param path absolute
 */
export function matchesPath(pattern: string, path: string): boolean {
  const wanted = pattern.split('/').filter((name) => name !== '');
  const names = path.split('/').filter((name) => name !== '');
  if (!pattern.startsWith('/')) wanted.unshift(anyFolders);
  // After each name of the pattern: how many names of the path may be used up.
  let reached = new Set([0]);
  for (const name of wanted) {
    reached = name === anyFolders ? onwards(reached, names.length) : steps(reached, name, names);
  }
  return reached.has(names.length);
}

const anyFolders = '**';

function onwards(reached: ReadonlySet<number>, count: number): Set<number> {
  const first = Math.min(...reached);
  const further = new Set<number>();
  for (let used = first; used <= count; used++) further.add(used);
  return further;
}

function steps(reached: ReadonlySet<number>, pattern: string, names: readonly string[]): Set<number> {
  const further = new Set<number>();
  for (const used of reached) {
    const name = names[used];
    if (name !== undefined && fnmatch(pattern, name)) further.add(used + 1);
  }
  return further;
}
