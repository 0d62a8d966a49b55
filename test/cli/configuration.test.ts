import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { runCommand } from '../support/command.ts';
import { temporaryDirectory, writeFiles } from '../support/temporary.ts';

/** One warning (path-without-keep) and one piece of information (alias-overridden). */
const text = 'path[misc]=/x\nalias eth0 e100\n';

describe('the configuration file', () => {
  const temporary = temporaryDirectory();
  let count = 0;

  /** Runs the command in a folder of its own with these files. */
  function run(files: Readonly<Record<string, string | object>>, args: readonly string[], input?: string) {
    const folder = join(temporary(), String(count++));
    const texts = Object.entries({ 'etc/modules.conf': text, ...files }).map(
      ([path, value]) => [path, typeof value === 'string' ? value : JSON.stringify(value)] as const,
    );
    writeFiles(folder, Object.fromEntries(texts));
    const { status, stdout, stderr } = runCommand(args, {
      cwd: folder,
      ...(input !== undefined && { input }),
    });
    return {
      status,
      stderr,
      out: stdout.toString(),
      findings: stdout.toString().trim().split('\n').filter(Boolean).map(brief),
    };
  }
  /** `path:line severity rule` */
  const brief = (line: string) => line.replace(/^(.*?:\d+):\d+: (\w+): .* \[(.*)\]$/, '$1 $2 $3');
  const concise = ['check', '--format', 'concise'];

  it('says what rules count as', () => {
    const { status, findings } = run(
      { 'modconf.json': { rules: { 'path-without-keep': 'off', 'alias-overridden': 'error' } } },
      concise,
    );
    assert.deepEqual(findings, ['etc/modules.conf:2 error alias-overridden']);
    assert.equal(status, 1);
  });

  it('nearest to the file holds, alone', () => {
    const { findings } = run(
      {
        'modconf.toml': 'rules.path-without-keep = "off"',
        'sub/modconf.json': { rules: { 'alias-overridden': 'off' } },
        'sub/etc/modules.conf': text,
      },
      concise,
    );
    assert.deepEqual(findings, [
      'etc/modules.conf:2 note alias-overridden',
      'sub/etc/modules.conf:1 warning path-without-keep',
    ]);
  });

  it('can be named, or left out', () => {
    const files = {
      'modconf.json': { rules: { 'path-without-keep': 'off' } },
      'other.toml': 'rules.alias-overridden = "off"',
    };
    assert.deepEqual(run(files, [...concise, '--config', 'other.toml']).findings, [
      'etc/modules.conf:1 warning path-without-keep',
    ]);
    assert.equal(run(files, [...concise, '--no-config']).findings.length, 2);
    const { status, stderr } = run(files, [...concise, '--config', 'missing.toml']);
    assert.equal(status, 3);
    assert.equal(stderr, 'modconf: missing.toml: no such file or directory\n');
  });

  it('of the current directory, not of the root, holds for the files of a root', () => {
    const files = {
      'modconf.json': { rules: { 'alias-overridden': 'off' } },
      'image/modconf.json': { rules: { 'path-without-keep': 'off' } },
      'image/etc/modconf.json': { rules: { 'path-without-keep': 'off' } },
      'image/etc/modules.conf': text,
    };
    for (const paths of [[], ['image/etc/modules.conf']]) {
      const { findings } = run(files, [...concise, '--root', 'image', ...paths]);
      assert.deepEqual(findings, ['image/etc/modules.conf:1 warning path-without-keep']);
    }
  });

  it('has patterns of paths inside the root', () => {
    const files = {
      'modconf.json': { overrides: [{ files: '/etc/modules.conf', rules: { 'path-without-keep': 'off' } }] },
      'image/etc/modules.conf': text,
    };
    const { findings } = run(files, [...concise, '--root', 'image']);
    assert.deepEqual(findings, ['image/etc/modules.conf:2 note alias-overridden']);
  });

  it('excludes files and folders, and says so of a named one', () => {
    const files = {
      'modconf.json': { exclude: ['vendor', 'etc/old*'] },
      'vendor/modules.conf': text,
      'etc/old.modules.dep': 'x',
    };
    assert.equal(run(files, concise).findings.length, 2);
    const named = run(files, [...concise, 'vendor/modules.conf', 'vendor']);
    assert.deepEqual(named.findings, []);
    assert.equal(named.status, 0);
    assert.equal(
      named.stderr,
      'modconf: vendor/modules.conf: not checked, because modconf.json:1 excludes it\n',
    );
    assert.equal(run(files, [...concise, '--quiet', 'vendor/modules.conf']).stderr, '');
  });

  it('says the language of files that do not say it themselves', () => {
    const files = {
      'modconf.json': { languages: { '*.mc': 'modules.conf' } },
      'a.mc': 'path[misc]=/x\n',
      'b.mc': '# modconf: language=modules.dep\n',
    };
    const { findings } = run(files, concise);
    assert.deepEqual(
      findings.filter((finding) => !finding.startsWith('etc/')),
      ['a.mc:1 warning path-without-keep'],
    );
    assert.equal(run(files, [...concise, 'a.mc']).findings.length, 1);
    assert.equal(run(files, [...concise, '-', '--stdin-path', 'a.mc'], text).findings.length, 2);
  });

  it('says root and kernel; options on the command line win', () => {
    const files = {
      'modconf.json': {
        root: 'machine',
        kernel: '2.4.18',
        overrides: [{ files: 'machine/etc/new*', kernel: '2.4.99' }],
      },
    };
    const print = (...args: string[]) => run(files, ['config', '--print', ...args]).out;
    assert.match(
      print('machine/etc/modules.conf'),
      /\n {2}root +machine +modconf\.json:1\n {2}kernel +2\.4\.18 +modconf\.json:1\n/,
    );
    assert.match(print('machine/etc/new.modules.conf'), /\n {2}kernel +2\.4\.99 /);
    assert.match(
      print('--kernel', '2.4.0', '--root', '.', 'etc/modules.conf'),
      /\n {2}root .* --root\n {2}kernel +2\.4\.0 +--kernel\n/,
    );
  });

  it('silences what is known, with a reason, and reports what is silenced in vain', () => {
    const suppressions = [
      { rules: ['path-without-keep', 'alias-overridden'], files: 'etc', reason: 'as the vendor ships it' },
      { rules: 'alias-loop', files: ['etc'], reason: 'gone since' },
    ];
    const files = { 'modconf.json': { suppressions } };
    const whole = run(files, concise);
    assert.deepEqual(whole.findings, []);
    assert.equal(whole.status, 1);
    assert.equal(
      whole.stderr,
      'modconf: modconf.json:1: warning: the suppression of alias-loop silences nothing; remove it [unused-suppression]\n',
    );
    // A part of the files says nothing about the rest.
    assert.equal(run(files, [...concise, 'etc/modules.conf']).stderr, '');
    const off = { 'modconf.json': { suppressions, rules: { 'unused-suppression': 'off' } } };
    assert.deepEqual([run(off, concise).stderr, run(off, concise).status], ['', 0]);
  });

  it('is refused with every problem, and nothing is checked', () => {
    const { status, stderr, out } = run({ 'modconf.json': '{\n "rulez": 1,\n "kernel": 2\n}' }, concise);
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.equal(
      stderr,
      'modconf: modconf.json:2:2: there is no key `rulez` in the configuration (did you mean `rules`?)\nmodconf: modconf.json:3:12: `kernel` must be a text\n',
    );
  });

  it('is shown with what holds for a file and why', () => {
    const files = {
      'modconf.json': {
        extends: ['modconf:strict', './team.toml'],
        overrides: [{ files: 'etc', rules: { 'keep-without-effect': 'off' }, reason: 'generated' }],
        suppressions: [{ rules: 'if-depth', files: 'etc', reason: 'deep' }],
      },
      'team.toml': '[rules]\npath-without-keep = "info"\n',
    };
    const { out, status } = run(files, ['config', '--print', 'etc/modules.conf']);
    assert.equal(status, 0);
    for (const row of [
      /^etc\/modules\.conf\n/,
      /\n {2}configuration +modconf\.json +the nearest one\n/,
      /\n {2}language +modules\.conf +its path\n/,
      /\n {2}suppressed +if-depth +modconf\.json:1: deep\n/,
      /\n {2}path-without-keep +info +team\.toml:2\n/,
      /\n {2}keep-without-effect +off +modconf\.json:1: generated\n/,
      /\n {2}alias-overridden +warning +modconf:strict\n/,
      /\n {2}alias-loop +error +default\n/,
      /\n {2}no-modprobe-equivalent +off +only with modconf:migration\n/,
    ])
      assert.match(out, row);
  });

  it('has a schema that the command prints', () => {
    const { out } = run({}, ['config', '--schema']);
    assert.equal(JSON.parse(out).title, 'Configuration of modconf');
  });

  it('is asked about a FILE', () => assert.equal(run({}, ['config']).status, 2));
});
