import { spawnSync } from 'node:child_process';

/** Git has refused, or is not there. The message is for people. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/** More than any answer that is wanted here. */
const maximumOutput = 1 << 30;

/**
 * Asks git, without locks and without the programs that a repository may name for its files.
 *
 * @returns what it prints
 * @throws GitError
 */
export function runGit(directory: string, args: readonly string[]): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', ['-c', 'core.fsmonitor=false', ...args], {
    cwd: directory,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
    maxBuffer: maximumOutput,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (error !== undefined) throw new GitError(`git cannot be run: ${error.message}`);
  if (status === 0) return stdout;
  const [reason = ''] = stderr.toString().split('\n');
  throw new GitError(reason.replace(/^fatal: /, '') || `git ${args[0]} failed`);
}
