import { strict as assert } from 'node:assert';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../support/command.ts';
import { corpusDirectory, describeCorpus } from '../support/corpus.ts';
import { temporaryDirectory, writeFiles } from '../support/temporary.ts';

describe('a baseline', () => {
  const temporary = temporaryDirectory();
  let count = 0;
  let folder = '';
  beforeEach(() => {
    folder = join(temporary(), String(count++));
    write({ 'etc/modules.conf': 'options a b\noptions a b\npersistdir = /x\n', 'etc/x.dep': 'a.o : b.o\n' });
  });
  const write = (files: Readonly<Record<string, string>>) => writeFiles(folder, files);
  const check = (...args: string[]) => {
    const { status, stdout, stderr } = runCommand(
      ['check', '--format', 'concise', '--baseline', 'known.json', ...args],
      { cwd: folder },
    );
    const rules = [...stdout.toString().matchAll(/^(.*?):(\d+):\d+: .* \[([\w-]+)\]$/gm)].map(
      ([, , line, rule]) => `${line} ${rule}`,
    );
    return { status, stderr, rules };
  };
  const read = () => readFileSync(join(folder, 'known.json'), 'utf8');

  it('is written, and then hides what it knows', () => {
    const update = check('--update-baseline');
    assert.deepEqual(update, { status: 0, stderr: 'note: known.json: 7 findings known now\n', rules: [] });
    assert.deepEqual(check(), {
      status: 0,
      stderr: 'note: known.json: 7 known findings left out\n',
      rules: [],
    });
    assert.deepEqual(check('--quiet').stderr, '');
  });

  it('shows what is new, wherever the known lines have moved', () => {
    check('--update-baseline');
    write({
      'etc/modules.conf':
        '# moved\n\n  options a b\n\npersistdir = /x\noptions  a  b\noptions a b\noptions new b\n',
    });
    const { status, rules } = check();
    assert.equal(status, 1);
    assert.deepEqual(rules, ['7 options-replaced', '7 options-word-ignored', '8 options-word-ignored']);
  });

  it('says what is gone, and forgets it', () => {
    check('--update-baseline');
    write({ 'etc/modules.conf': 'options a b\n' });
    assert.match(check().stderr, /3 known findings not there any more/);
    check('--update-baseline');
    assert.doesNotMatch(check().stderr, /not there any more/);
    write({ 'etc/modules.conf': 'options a b\noptions a b\n' });
    assert.deepEqual(check().rules, ['2 options-replaced', '2 options-word-ignored']);
  });

  it('keeps what it knows of files that are not checked, unless they are gone', () => {
    check('--update-baseline');
    check('--update-baseline', 'etc/modules.conf');
    assert.equal(check().status, 0);
    rmSync(join(folder, 'etc/x.dep'));
    check('--update-baseline', 'etc/modules.conf');
    assert.doesNotMatch(read(), /x\.dep/);
  });

  it('is the same wherever the command is run', () => {
    check('--update-baseline');
    const written = read();
    const { status } = runCommand(['check', '--baseline', '../known.json', '.'], {
      cwd: join(folder, 'etc'),
    });
    assert.equal(status, 0);
    runCommand(['check', '--baseline', '../known.json', '--update-baseline', '.'], {
      cwd: join(folder, 'etc'),
    });
    assert.equal(read(), written);
  });

  it('reads well in a change', () => {
    check('--update-baseline');
    assert.match(
      read(),
      /^{\n {2}"version": 1,\n {2}"findings": {\n {4}"etc\/modules\.conf": {\n {6}"options-replaced": {"[0-9a-f]{16}":1},\n {6}"options-word-ignored": {"[0-9a-f]{16}":2},\n/,
    );
  });

  it('is refused when it is none', () => {
    for (const [content, message] of [
      ['{', /JSON/],
      ['[]', /is no baseline/],
      ['{"version":2}', /version/],
      ['{"version":1,"findings":{"a":{"b":{"c":-1}}}}', /is no baseline/],
    ] as const) {
      write({ 'known.json': content });
      const { status, stderr } = check();
      assert.equal(status, 2);
      assert.match(stderr, message);
    }
  });

  it('is named when it is missing or cannot be written', () => {
    const missing = check();
    assert.equal(missing.status, 3);
    assert.equal(
      missing.stderr,
      'modconf: known.json: no such file or directory; write it with --update-baseline\n',
    );
    const { status, stderr } = runCommand(['check', '--baseline', 'no/folder.json', '--update-baseline'], {
      cwd: folder,
    });
    assert.equal(status, 3);
    assert.match(stderr, /no\/folder\.json: no such file or directory/);
  });
});

describeCorpus('a baseline of real files', () => {
  const temporary = temporaryDirectory();

  it('hides every finding, and nothing else', () => {
    const known = join(temporary(), 'known.json');
    const args = ['check', 'modules.conf', 'modprobe.d', 'modules.dep-24', '--baseline', known];
    assert.equal(runCommand([...args, '--update-baseline'], { cwd: corpusDirectory }).status, 0);
    const { status, stdout } = runCommand([...args, '--format', 'json'], { cwd: corpusDirectory });
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(stdout.toString()).diagnostics, []);
    const all = runCommand([...args.slice(0, -2), '--format', 'json'], { cwd: corpusDirectory });
    const { error, warning, info } = JSON.parse(all.stdout.toString()).summary;
    const again = runCommand([...args, '--update-baseline'], { cwd: corpusDirectory });
    assert.equal(again.stderr, `note: ${known}: ${error + warning + info} findings known now\n`);
  });
});
