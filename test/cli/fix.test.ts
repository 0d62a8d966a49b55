import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../support/command.ts';
import { temporaryDirectory, writeFiles } from '../support/temporary.ts';

/** Two safe fixes and one that needs consent. */
const text = 'path[misc]=/x\npersistdir = /var\n# x\ninsmod_opt = -q\n';
const safelyFixed = 'path[misc]=/x\npersistdir=/var\n# x\ninsmod_opt=-q\n';
const fixed = `keep\n${safelyFixed}`;

describe('fixing', () => {
  const temporary = temporaryDirectory();
  let count = 0;
  let folder = '';
  beforeEach(() => {
    folder = join(temporary(), String(count++));
    write({ 'etc/modules.conf': text, 'etc/ok.dep': '' });
  });
  const write = (files: Readonly<Record<string, string | Uint8Array>>) => writeFiles(folder, files);
  const read = (path = 'etc/modules.conf') => readFileSync(join(folder, path), 'latin1');
  const check = (args: readonly string[], input?: string) => {
    const { status, stdout, stderr } = runCommand(['check', ...args], {
      cwd: folder,
      ...(input !== undefined && { input }),
    });
    return { status, stderr, out: stdout.toString('latin1') };
  };

  it('applies what is safe, and reports what is left', () => {
    const { status, stderr, out } = check(['--fix', '--format', 'concise']);
    assert.equal(read(), safelyFixed);
    assert.equal(status, 1);
    assert.equal(stderr, 'note: 2 findings fixed in 1 file\n');
    assert.match(out, /^etc\/modules\.conf:1:1: warning: [^\n]* \[path-without-keep\]\n$/);
  });

  it('applies what needs consent when it has that', () => {
    assert.equal(check(['--fix', '--unsafe', '--quiet']).status, 0);
    assert.equal(read(), fixed);
  });

  it('changes nothing that is not to be seen', () => {
    check(['--fix', '--unsafe', '--select', 'path-without-keep']);
    assert.equal(read(), `keep\n${text}`);
    check(['--fix', '--unsafe', '--severity', 'error']);
    assert.equal(read(), fixed);
    const suppressions = [{ rules: ['space-before-equals'], files: 'etc', reason: 'x' }];
    write({ 'etc/modules.conf': text, 'modconf.json': JSON.stringify({ suppressions }) });
    check(['--fix']);
    assert.equal(read(), text);
  });

  it('keeps mode, owner and links', () => {
    const file = join(folder, 'etc/modules.conf');
    chmodSync(file, 0o4640);
    if (process.getuid?.() === 0) chownSync(file, 1234, 2345);
    const before = statSync(file);
    mkdirSync(join(folder, 'links/etc'), { recursive: true });
    symlinkSync('../../etc/modules.conf', join(folder, 'links/etc/modules.conf'));
    assert.equal(check(['--fix', 'links']).stderr, 'note: 2 findings fixed in 1 file\n');
    assert.equal(read(), safelyFixed);
    assert.equal(readlinkSync(join(folder, 'links/etc/modules.conf')), '../../etc/modules.conf');
    const after = statSync(file);
    assert.deepEqual(
      [after.mode & 0o7777, after.uid, after.gid],
      [before.mode & 0o7777, before.uid, before.gid],
    );
    assert.deepEqual(readdirSync(join(folder, 'etc')), ['modules.conf', 'ok.dep']);
  });

  it('follows links of a root inside it', () => {
    write({ 'image/etc/real.conf': text, 'outside.conf': text });
    symlinkSync('/etc/real.conf', join(folder, 'image/etc/modules.conf'));
    check(['--fix', '--root', 'image']);
    assert.equal(read('image/etc/real.conf'), safelyFixed);
    assert.ok(lstatSync(join(folder, 'image/etc/modules.conf')).isSymbolicLink());
    assert.equal(read('outside.conf'), text);
  });

  it('keeps line ends and bytes that are no UTF-8', () => {
    const crlf = 'path[misc]=/x\r\n# \xff\r\npersistdir = /v\r\n';
    write({ 'etc/modules.conf': Buffer.from(crlf, 'latin1') });
    check(['--fix', '--unsafe']);
    assert.equal(read(), 'keep\r\npath[misc]=/x\r\n# \xff\r\npersistdir=/v\r\n');
  });

  it('writes nothing where there is nothing to fix', () => {
    write({ 'etc/modules.conf': 'alias a b\n' });
    const before = statSync(join(folder, 'etc/modules.conf'));
    check(['--fix', '--unsafe']);
    assert.deepEqual(statSync(join(folder, 'etc/modules.conf')).ino, before.ino);
  });

  it('can be seen before, as a difference that git and patch apply', () => {
    const odd = 'etc/modprobe.d/a b"ü.conf';
    const files = {
      [odd]: 'Blacklist x',
      'etc/modules.conf': `# 1\n# 2\n# 3\n# 4\n${text}`,
      'deep/modules.conf': text.trimEnd(),
    };
    for (const apply of ['git apply -p1', 'patch --quiet --strip=1']) {
      write(files);
      const { status, out, stderr } = check(['--diff-fixes', '--unsafe']);
      assert.deepEqual([status, stderr], [1, '']);
      for (const [path, content] of Object.entries(files))
        assert.equal(readFileSync(join(folder, path), 'utf8'), content);
      const expected = expectAfterFix(files);
      write({ 'change.diff': Buffer.from(out, 'latin1') });
      const [program = '', ...args] = apply.split(' ');
      const input = program === 'patch' ? ['--input=change.diff'] : ['change.diff'];
      execFileSync(program, [...args, ...input], { cwd: folder });
      for (const [path, content] of Object.entries(expected))
        assert.equal(readFileSync(join(folder, path), 'utf8'), content, `${apply} ${path}`);
    }
  });

  /** What --fix makes of the files, in a folder beside. */
  function expectAfterFix(files: Readonly<Record<string, string>>): Record<string, string> {
    const beside = join(folder, 'beside');
    writeFiles(beside, files);
    runCommand(['check', '--fix', '--unsafe', '--quiet'], { cwd: beside });
    const texts = Object.keys(files).map((path) => [path, readFileSync(join(beside, path), 'utf8')]);
    execFileSync('rm', ['-r', beside]);
    return Object.fromEntries(texts);
  }

  it('can be seen before for standard input', () => {
    const { out, status } = check(
      ['--diff-fixes', '-', '--stdin-path', 'etc/modules.conf'],
      'persistdir = /x\n',
    );
    assert.equal(
      out,
      '--- a/etc/modules.conf\n+++ b/etc/modules.conf\n@@ -1,1 +1,1 @@\n-persistdir = /x\n+persistdir=/x\n',
    );
    assert.equal(status, 1);
  });

  it('says nothing of what needs no change', () => {
    assert.deepEqual(check(['--diff-fixes', 'etc/ok.dep']), { status: 0, stderr: '', out: '' });
  });

  it('shows a difference of many lines without delay', () => {
    write({ 'etc/modules.conf': 'persistdir = /x\n'.repeat(20_000) });
    const { stdout } = runCommand(['check', '--diff-fixes'], { cwd: folder });
    assert.equal(
      stdout
        .toString()
        .split('\n')
        .filter((line) => line === '+persistdir=/x').length,
      20_000,
    );
  });

  for (const args of [
    ['--unsafe'],
    ['--fix', '--diff-fixes'],
    ['--fix', '--baseline', 'x'],
    ['--diff-fixes', '--diff', 'HEAD'],
    ['--fix', '-', '--stdin-path', 'etc/modules.conf'],
  ]) {
    it(`makes no sense with ${args.join(' ')}`, () => assert.equal(check(args).status, 2));
  }
});
