import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../support/command.ts';
import { temporaryDirectory, writeFiles } from '../support/temporary.ts';

describe('what is new since a revision', () => {
  const temporary = temporaryDirectory();
  let count = 0;
  let folder = '';

  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  const write = (files: Readonly<Record<string, string>>) => writeFiles(folder, files);
  const commit = (files: Readonly<Record<string, string>>) => {
    write(files);
    git('add', '--all');
    git('commit', '--quiet', '--message=x', '--allow-empty');
  };
  const check = (args: readonly string[] = [], cwd = folder, input?: string) => {
    const command = ['check', '--format', 'concise', '--diff', 'HEAD', ...args];
    const { status, stdout, stderr } = runCommand(command, { cwd, ...(input !== undefined && { input }) });
    const findings = [...stdout.toString().matchAll(/^(.*?:\d+):\d+: .* \[([\w-]+)\]$/gm)].map(
      ([, place, rule]) => `${place} ${rule}`,
    );
    return { status, stderr, findings };
  };

  beforeEach(() => {
    folder = join(temporary(), String(count++));
    write({});
    execFileSync('mkdir', ['-p', folder]);
    git('init', '--quiet', '--initial-branch=main');
    commit({ 'etc/modules.conf': 'keep\npath[misc]=/x\noptions a b\n', 'etc/x.dep': 'a.o : b.o\n' });
  });

  it('is nothing where nothing was changed', () => {
    assert.deepEqual(check(), { status: 0, stderr: '', findings: [] });
  });

  it('is what changed lines bring, wherever the old ones have moved', () => {
    write({ 'etc/modules.conf': '# new\nkeep\npath[misc]=/x\n\noptions  a  b\noptions c d\n' });
    assert.deepEqual(check(), {
      status: 1,
      stderr: '',
      findings: ['etc/modules.conf:6 options-word-ignored'],
    });
  });

  it('is also what a line brings that was taken away', () => {
    write({ 'etc/modules.conf': 'path[misc]=/x\noptions a b\n' });
    assert.deepEqual(check().findings, ['etc/modules.conf:1 path-without-keep']);
  });

  it('is also what a change of another file brings', () => {
    commit({ 'image/etc/modules.conf': 'include /etc/more\nalias a c\n', 'image/etc/more': 'alias x y\n' });
    write({ 'image/etc/more': 'alias a b\n' });
    const { findings } = check(['--root', 'image', 'image/etc/modules.conf', '--select', 'alias-overridden']);
    assert.deepEqual(findings, ['image/etc/modules.conf:2 alias-overridden']);
  });

  it('is all of a file that was not there', () => {
    write({ 'new/modules.conf': 'options a b\n' });
    assert.deepEqual(check().findings, ['new/modules.conf:1 options-word-ignored']);
    git('add', '--all');
    assert.deepEqual(check().findings, ['new/modules.conf:1 options-word-ignored']);
  });

  it('is nothing of a file that was only renamed', () => {
    renameSync(join(folder, 'etc/x.dep'), join(folder, 'etc/y.dep'));
    git('add', '--all');
    assert.deepEqual(check().findings, []);
  });

  it('is not changed by what is gone', () => {
    rmSync(join(folder, 'etc/x.dep'));
    assert.deepEqual(check().findings, []);
  });

  it('is counted from where the branch began', () => {
    git('switch', '--quiet', '--create', 'topic');
    commit({ 'topic/modules.conf': 'options t t\n' });
    git('switch', '--quiet', 'main');
    commit({ 'etc/modules.conf': 'keep\npath[misc]=/x\n' });
    git('switch', '--quiet', 'topic');
    const { findings } = check(['--diff', 'main']);
    assert.deepEqual(findings, ['topic/modules.conf:1 options-word-ignored']);
  });

  it('is the same from a folder of the repository', () => {
    write({ 'etc/modules.conf': 'keep\npath[misc]=/x\noptions a b\noptions c d\n' });
    assert.deepEqual(check([], join(folder, 'etc')).findings, ['modules.conf:4 options-word-ignored']);
  });

  it('is asked of standard input', () => {
    const input = 'keep\npath[misc]=/x\noptions a b\noptions c d\n';
    const { findings } = check(['-', '--stdin-path', 'etc/modules.conf'], folder, input);
    assert.deepEqual(findings, ['etc/modules.conf:4 options-word-ignored']);
  });

  it('takes names with any characters', () => {
    const name = 'etc/modprobe.d/ü "a\tb\nc.conf';
    commit({ [name]: 'blacklist a b\n' });
    assert.deepEqual(check().findings, []);
    write({ [name]: 'blacklist a b\nblacklist c d\n' });
    assert.equal(check().findings.length, 1);
  });

  it('makes no sense without a repository or the revision', () => {
    const { status, stderr } = check(['--diff', 'no-such-branch']);
    assert.equal(status, 2);
    assert.match(stderr, /--diff: there is no revision `no-such-branch`/);
    assert.equal(check(['--diff', '--output=x']).status, 2);
    const outside = runCommand(['check', '--diff', 'HEAD'], { cwd: temporary() });
    assert.equal(outside.status, 2);
    assert.match(outside.stderr, /not a git repository/);
  });
});
