import { joinPath } from '../../files/paths.ts';
import { decode } from '../../text/encoding.ts';
import { GitError, runGit } from './run-git.ts';

/** What is otherwise in the working tree than it was in a revision; paths are absolute. Plain data. */
export interface ChangesSince {
  /** The top of the repository. */
  readonly top: string;
  /** The object that each changed file was; undefined for one that was not there. */
  readonly before: ReadonlyMap<string, string | undefined>;
  /** Where renamed files stood, by their names of today. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Compares the working tree with the point where its branch left a revision's.
 *
 * @throws GitError
 */
export function changesSince(revision: string, directory: string): ChangesSince {
  const top = line(runGit(directory, ['rev-parse', '--show-toplevel']));
  const commit = branchingPoint(revision, top);
  const before = new Map<string, string | undefined>();
  const renamed = new Map<string, string>();
  const diff = ['diff', '--raw', '-z', '--no-abbrev', '--no-ext-diff', '--no-textconv', '--find-renames'];
  const fields = decode(runGit(top, [...diff, commit, '--'])).split('\0');
  for (let at = 0; at + 1 < fields.length; ) {
    const [oldMode, , object, , status] = fields[at]!.slice(1).split(' ');
    const path = joinPath(top, fields[at + 1]!);
    const isMove = status!.startsWith('R') || status!.startsWith('C');
    const now = isMove ? joinPath(top, fields[at + 2]!) : path;
    at += isMove ? 3 : 2;
    if (isMove) {
      before.set(now, undefined);
      renamed.set(now, path);
    }
    // What was a link or a repository of its own is as if it had not been there.
    before.set(path, oldMode === '100644' || oldMode === '100755' ? object : undefined);
  }
  const untracked = ['ls-files', '--others', '--exclude-standard', '-z'];
  for (const name of decode(runGit(top, untracked)).split('\0').filter(Boolean))
    before.set(joinPath(top, name), undefined);
  return { top, before, renamed };
}

function branchingPoint(revision: string, top: string): string {
  const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  let commit: string;
  try {
    commit = line(runGit(top, verify));
  } catch {
    throw new GitError(`there is no revision \`${revision}\``);
  }
  try {
    return line(runGit(top, ['merge-base', commit, 'HEAD']));
  } catch {
    return commit; // no common history, or not all of it is here
  }
}

/** The paths and names that git prints may have a byte that is not UTF-8. */
function line(output: Buffer): string {
  return decode(output).replace(/\n$/, '');
}
