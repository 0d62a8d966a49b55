import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandPath, runCommand } from '../support/command.ts';
import { temporaryDirectory, writeFiles } from '../support/temporary.ts';

/** Long for a process that does next to nothing, short for one that hangs. In milliseconds. */
const bound = 60_000;

const mebibyte = 1 << 20;

describe('bad input', () => {
  const temporary = temporaryDirectory();
  const run = (...args: string[]) => {
    const result = runCommand(args, { cwd: temporary() });
    assert.ok(result.took < bound, `took ${result.took} ms`);
    assert.ok(!result.stderr.includes('internal error'), result.stderr);
    return { ...result, out: result.stdout.toString() };
  };
  const write = (path: string, content: string | Uint8Array) => writeFiles(temporary(), { [path]: content });

  it('is named when it is missing', () => {
    const { status, stderr } = run('check', 'missing/modules.conf');
    assert.equal(status, 3);
    assert.equal(stderr, 'modconf: missing/modules.conf: no such file or directory\n');
  });

  it('is named when it may not be read, and the rest is checked', function () {
    if (process.getuid?.() === 0) this.skip(); // root may read everything; find-files.test.ts has a stub
    write('locked/secret/modules.conf', 'alais\n');
    write('locked/modules.conf', 'alais\n');
    chmodSync(join(temporary(), 'locked/secret'), 0);
    const { status, stderr, out } = run('check', 'locked');
    chmodSync(join(temporary(), 'locked/secret'), 0o755);
    assert.equal(status, 3);
    assert.ok(stderr.includes('locked/secret: permission denied'), stderr);
    assert.ok(out.includes('unknown-directive'), out);
  });

  it('is refused when it is binary', () => {
    write('elf/modules.conf', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]));
    for (const command of ['check', 'show']) {
      const { status, stderr } = run(command, 'elf/modules.conf');
      assert.equal(status, 3);
      assert.equal(stderr, 'modconf: elf/modules.conf: looks like a binary file, not read\n');
    }
  });

  it('is refused when it has 50 MB', () => {
    write('large/modules.conf', '');
    truncateSync(join(temporary(), 'large/modules.conf'), 50 * mebibyte);
    for (const command of ['check', 'show']) {
      const { status, stderr } = run(command, 'large/modules.conf');
      assert.equal(status, 3);
      assert.equal(stderr, 'modconf: large/modules.conf: file too large (50 MiB; at most 16 MiB are read)\n');
    }
  });

  it('is refused when standard input has more than 16 MiB', () => {
    const check = `'${process.execPath}' '${commandPath}' check --language modules.conf -`;
    const line = `head -c ${17 * mebibyte} /dev/zero | ${check}`;
    const { status, stderr } = spawnSync('sh', ['-c', line]);
    assert.equal(status, 3);
    assert.equal(stderr.toString(), 'modconf: standard input: file too large\n');
  });

  it('gives findings when it has a NUL byte', () => {
    write('nul/modules.conf', 'alias eth1 e100\nalais eth2\0 e100\n');
    const { status, out } = run('check', 'nul/modules.conf');
    assert.equal(status, 1);
    assert.ok(out.includes('2 │ alais eth2\\x00 e100'), out);
  });

  it('is not followed around an include loop', () => {
    write('loop/etc/modules.conf', 'include /etc/modules.conf\nalias eth1 e100\n');
    assert.equal(run('show', '--root', 'loop').status, 1);
    const { status, out } = run('check', '--root', 'loop');
    assert.equal(status, 1);
    assert.ok(out.includes('include-depth'), out);
  });

  it('is not followed around an alias loop', () => {
    write('alias/etc/modules.conf', 'alias a b\nalias b a\n');
    write('alias/lib/modules/2.4.20/modules.dep', '/lib/modules/2.4.20/c.o:\n');
    assert.ok(run('check', '--root', 'alias').out.includes('alias-loop'));
    const { status, stderr } = run('resolve', '--root', 'alias', 'a');
    assert.equal(status, 1);
    assert.notEqual(stderr, '');
  });

  it('may be nested deeply', () => {
    const depth = 50_000;
    write('deep/modules.conf', `${'if 1\n'.repeat(depth)}alias a b\n${'endif\n'.repeat(depth)}`);
    const { status, out } = run('check', 'deep/modules.conf', '--format', 'json');
    assert.equal(status, 1);
    assert.ok(out.includes('"rule":"if-depth"'));
    assert.equal(run('show', 'deep/modules.conf').status, 1);
  });

  it('may have a line of one megabyte, of which what matters is shown', () => {
    write('long/modules.conf', `alais ${'x'.repeat(mebibyte)}\nalias eth1 ${'y'.repeat(mebibyte)} z\n`);
    const { status, out } = run('check', 'long/modules.conf');
    assert.equal(status, 1);
    for (const line of out.split('\n')) assert.ok(line.length < 700, `${line.length} characters`);
    assert.equal(run('show', 'long/modules.conf').status, 1);
  });

  it('may be a megabyte of one word in every language', () => {
    for (const language of ['modules.conf', 'modules.dep', 'modprobe.d', 'modules-load.d', 'depmod.d']) {
      write('word', 'w'.repeat(mebibyte));
      const { status } = run('check', '--language', language, '--format', 'json', 'word');
      assert.ok(status === 0 || status === 1, `${language}: ${status}`);
    }
  });

  it('may be a directory where a file should be', () => {
    mkdirSync(join(temporary(), 'folder/etc/modules.conf'), { recursive: true });
    assert.equal(run('check', 'folder').status, 2);
    assert.equal(run('show', '--root', 'folder', '--kernel', '2.4.20').status, 3);
  });

  it('may be a link to itself, to nothing or to a directory above', () => {
    write('links/modules.conf', 'alias eth1 e100\n');
    symlinkSync('round.conf', join(temporary(), 'links/round.conf'));
    symlinkSync('.', join(temporary(), 'links/below'));
    assert.equal(run('check', 'links').status, 0);
    symlinkSync('gone', join(temporary(), 'links/conf.modules'));
    const { status, stderr } = run('check', 'links');
    assert.equal(status, 3);
    assert.equal(stderr, 'modconf: links/conf.modules: no such file or directory\n');
  });

  it('may be a pipe that nobody writes to', () => {
    mkdirSync(join(temporary(), 'pipe'));
    const path = join(temporary(), 'pipe/modules.conf');
    assert.equal(spawnSync('sh', ['-c', `mkfifo '${path}'`]).status, 0);
    assert.equal(run('check', 'pipe').status, 2);
    assert.equal(
      run('check', 'pipe/modules.conf').stderr,
      'modconf: pipe/modules.conf: is not a regular file\n',
    );
  });

  it('cannot control the terminal by its name', () => {
    write('names/\x1b[31mred/modules.conf', 'alais\n');
    const { out } = run('check', 'names');
    assert.ok(out.includes('names/\\x1b[31mred/modules.conf'), out);
    assert.ok(!out.includes('\x1b'));
  });

  it('ends quietly when nobody reads the output', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `alias a${index} ${'x'.repeat(50)}\n`);
    writeFileSync(join(temporary(), 'many.conf'), lines.join(''));
    const show = `'${process.execPath}' '${commandPath}' show --language modules.conf many.conf`;
    const { stdout, stderr } = spawnSync('sh', ['-c', `${show} | head -n 1`], { cwd: temporary() });
    assert.equal(stdout.toString(), 'path[boot]=/lib/modules/boot\n');
    assert.equal(stderr.toString(), '');
  });

  it('is written out fully to a slow reader', () => {
    const show = `'${process.execPath}' '${commandPath}' show --language modules.conf many.conf`;
    const { stdout } = spawnSync('sh', ['-c', `${show} | (sleep 0.5; cat) | wc -l`], { cwd: temporary() });
    assert.ok(Number(stdout.toString()) > 20_000, stdout.toString());
  });
});
