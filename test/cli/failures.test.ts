import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFixed } from '../../server/src/cli/fix/write-fixed.ts';
import { commandPath, runCommand } from '../support/command.ts';
import { temporaryDirectory, writeFiles } from '../support/temporary.ts';

/** Something to fix, in a file that does not fit into a few kilobytes. */
const large = `persistdir = /x\n${'# filler\n'.repeat(8_000)}`;

describe('when something fails', () => {
  const temporary = temporaryDirectory();
  let count = 0;
  let folder = '';
  beforeEach(() => {
    folder = join(temporary(), String(count++));
    writeFiles(folder, { 'etc/modules.conf': large, 'etc/other.dep': 'a.o : b.o\n' });
  });
  const shell = (line: string) => {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, M: `${process.execPath} ${commandPath}` },
    });
    return { status, out: stdout.toString(), err: stderr.toString() };
  };
  const assertUntouched = (directory: string) => {
    assert.equal(readFileSync(join(directory, 'modules.conf'), 'utf8'), large);
    assert.deepEqual(
      readdirSync(directory).filter((name) => name.endsWith('.tmp')),
      [],
    );
  };

  it('a file that would grow too large to write is left as it was, and the others are fixed', () => {
    const { status, err } = shell('ulimit -f 8; $M check --fix --quiet --format concise');
    assert.equal(status, 3);
    assert.match(err, /^modconf: etc\/modules\.conf: its fixes cannot be written: file too large\n/);
    assertUntouched(join(folder, 'etc'));
    assert.equal(readFileSync(join(folder, 'etc/other.dep'), 'utf8'), 'a.o: b.o\n');
  });

  it('a full disk loses nothing', function () {
    const mount = 'mount -t tmpfs -o size=112k none full && cp etc/* full/ && $M check --fix --quiet full';
    const after = 'echo "status $?" && cp -a full/. after/';
    mkdirSync(join(folder, 'full'));
    mkdirSync(join(folder, 'after'));
    const { out, err } = shell(`unshare --user --map-root-user --mount bash -c '${mount}; ${after}'`);
    // Without user namespaces there is no small disk; the limit on file sizes above stands for it.
    if (!out.includes('status')) this.skip();
    assert.match(err, /full\/modules\.conf: its fixes cannot be written: no space left on device/);
    assert.match(out, /^status 3$/m);
    assertUntouched(join(folder, 'after'));
  });

  it('a file that has changed since it was read is left alone', () => {
    const place = join(folder, 'etc/modules.conf');
    const before = Buffer.from('something else');
    assert.equal(writeFixed(place, before, Buffer.from('fixed')), false);
    assertUntouched(join(folder, 'etc'));
    assert.equal(writeFixed(place, Buffer.from(large), Buffer.from('fixed')), true);
    assert.equal(readFileSync(place, 'utf8'), 'fixed');
  });

  it('a file that may not be written is left alone', function () {
    if (process.getuid?.() === 0) this.skip(); // root may write everything
    shell('chmod 444 etc/modules.conf');
    const { status, err } = shell('$M check --fix --quiet');
    assert.equal(status, 3);
    assert.match(err, /its fixes cannot be written: permission denied/);
  });

  it('a reader that goes away early changes no status, and nothing is said about it', () => {
    writeFileSync(join(folder, 'etc/modules.conf'), 'persistdir = /x\n'.repeat(20_000));
    const { out, err } = shell('$M check etc/modules.conf | head -c 100 >/dev/null; echo "${PIPESTATUS[0]}"');
    assert.equal(out, '1\n');
    assert.equal(err, '');
  });

  it('an output that is full is named', () => {
    for (const command of ['check', 'check --format json', 'check --format sarif']) {
      const { status, err } = shell(`$M ${command} > /dev/full`);
      assert.equal(status, 3);
      assert.equal(err, 'modconf: standard output: no space left on device\n');
    }
  });

  it('a report that cannot be completed is named, the others are complete, and no part of it is left', () => {
    writeFileSync(join(folder, 'etc/modules.conf'), 'persistdir = /x\n'.repeat(2_000));
    const { status, out, err } = shell(
      'ulimit -f 8; $M check --format json:report.json --format concise | tail -n 1',
    );
    assert.equal(err, 'modconf: report.json: file too large\n');
    assert.match(out, /^etc\/other\.dep:/);
    assert.equal(status, 0); // of tail
    assert.deepEqual(readdirSync(folder), ['etc']);
  });

  it('a report is never there in part', () => {
    shell('$M check --format json:report.json --format concise:missing/x etc');
    assert.deepEqual(readdirSync(folder), ['etc']);
  });
});

/** Each row: what is there, the command, the status. */
const table: readonly (readonly [string, Readonly<Record<string, string>>, string, number])[] = [
  ['nothing found', { 'modules.conf': 'alias a b\n' }, 'check', 0],
  ['findings', { 'modules.conf': 'alais\n' }, 'check', 1],
  ['findings that do not fail', { 'modules.conf': 'alais\n' }, 'check --fail-on never', 0],
  ['everything fixed', { 'modules.conf': 'persistdir = /x\n' }, 'check --fix', 0],
  ['not everything fixed', { 'modules.conf': 'alais\n' }, 'check --fix', 1],
  ['fixes to show', { 'modules.conf': 'persistdir = /x\n' }, 'check --diff-fixes', 1],
  ['no fixes to show', { 'modules.conf': 'alias a b\n' }, 'check --diff-fixes', 0],
  ['no files', { readme: '' }, 'check', 2],
  ['a broken configuration', { 'modules.conf': '', 'modconf.json': '{' }, 'check', 2],
  ['a broken configuration, and fixing', { 'modules.conf': '', 'modconf.json': '{' }, 'check --fix', 2],
  ['an unknown rule in it', { 'modules.conf': '', 'modconf.json': '{"rules":{"x":"off"}}' }, 'check', 2],
  [
    'a broken configuration that is not asked',
    { 'modules.conf': '', 'modconf.json': '{' },
    'check --no-config',
    0,
  ],
  ['a configuration that is missing', { 'modules.conf': '' }, 'check --config none.json', 3],
  ['a file that is missing', {}, 'check modules.conf', 3],
  ['a file that is missing, and fixing', {}, 'check --fix modules.conf', 3],
  ['a link to nothing', { 'modules.conf': '->nowhere' }, 'check', 3],
  ['a report into no folder', { 'modules.conf': '' }, 'check --format json:a/b', 3],
  ['a baseline that is missing', { 'modules.conf': '' }, 'check --baseline a', 3],
  ['a baseline that is none', { 'modules.conf': '', a: '{}' }, 'check --baseline a', 2],
  ['no repository', { 'modules.conf': '' }, 'check --diff HEAD', 2],
];

describe('the exit status of check', () => {
  const temporary = temporaryDirectory();
  for (const [index, [title, files, line, expected]] of table.entries()) {
    it(`is ${expected} for ${title}`, () => {
      const folder = join(temporary(), String(index));
      mkdirSync(folder);
      for (const [path, content] of Object.entries(files)) {
        const link = content.startsWith('->') ? content.slice(2) : undefined;
        if (link === undefined) writeFiles(folder, { [path]: content });
        else spawnSync('ln', ['-s', link, join(folder, path)]);
      }
      const { status, stderr } = runCommand(line.split(' '), { cwd: folder });
      assert.equal(status, expected, stderr);
      assert.doesNotMatch(stderr, /internal error/);
      if (status === 3 || status === 2) assert.notEqual(stderr, '');
    });
  }
});
