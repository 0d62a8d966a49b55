import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNames } from '../../server/src/cli/report/formats.ts';
import { runCommand } from '../support/command.ts';
import { corpusDirectory, describeCorpus } from '../support/corpus.ts';
import { temporaryDirectory, writeFiles } from '../support/temporary.ts';

describe('merging', () => {
  const temporary = temporaryDirectory();
  const run = (args: readonly string[], input?: string) => {
    const { status, stdout, stderr } = runCommand(args, {
      cwd: temporary(),
      ...(input !== undefined && { input }),
    });
    return { status, stderr, out: stdout.toString() };
  };
  const lines = (...paths: string[]) => run(['check', '--format', 'json-lines', ...paths]).out;

  before(() =>
    writeFiles(temporary(), {
      'a/modules.conf': Buffer.from('path[misc]=/x\npersistdir = /\xff\n', 'latin1'),
      'b/modules.conf': 'include a.conf\nalias eth0 e100\r\n',
      'c/modules.conf': 'alias a b\n',
    }),
  );

  for (const format of formatNames) {
    it(`gives in ${format} what one check gives`, () => {
      writeFiles(temporary(), { 'ab.jsonl': lines('a', 'b'), 'c.jsonl': lines('c') });
      const whole = run(['check', '--format', format, 'a', 'b', 'c']);
      assert.deepEqual(run(['merge', '--format', format, 'ab.jsonl', 'c.jsonl']), whole);
    });
  }

  it('takes standard input, and several checks in one text', () => {
    const whole = run(['check', 'a', 'b', 'c']);
    assert.deepEqual(run(['merge', '-'], lines('a') + lines('b', 'c')), whole);
  });

  it('has thresholds, a baseline and statistics of its own', () => {
    const input = lines('a', 'b', 'c');
    assert.equal(run(['merge', '--fail-on', 'never', '-'], input).status, 0);
    assert.equal(
      run(['merge', '--severity', 'error', '--format', 'concise', '-'], input).out.split('\n').length,
      2 + 1,
    );
    run(['merge', '--baseline', 'known.json', '--update-baseline', '-'], input);
    assert.equal(run(['check', '--baseline', 'known.json', '--quiet', 'a', 'b', 'c']).status, 0);
    assert.match(run(['merge', '--statistics', '-'], input).out, /findings of \d rules in 3 files/);
  });

  it('says again what could not be read', () => {
    const input = lines('a', 'missing.dep');
    const { status, stderr } = run(['merge', '-'], input);
    assert.equal(status, 3);
    assert.equal(stderr, 'modconf: missing.dep: no such file or directory\n');
  });

  const whole = () => lines('a');
  const broken: readonly (readonly [string, () => string, RegExp])[] = [
    ['is empty', () => '', /has no end/],
    ['lacks its end', () => whole().split('\n').slice(0, -2).join('\n'), /has no end/],
    ['breaks off in the middle of a file', () => whole().split('\n').slice(0, 2).join('\n'), /has no end/],
    ['breaks off in the middle of a line', () => whole().slice(0, 300), /line 2 is no line of the format/],
    [
      'lacks a finding',
      () =>
        whole()
          .split('\n')
          .filter((_, index) => index !== 1)
          .join('\n'),
      /line \d a finding is missing/,
    ],
    ['lacks the line of a file', () => whole().split('\n').slice(1).join('\n'), /line 1 belongs to no file/],
    [
      'is another format',
      () => run(['check', '--format', 'json', 'a']).out,
      /line 1 is no line of the format/,
    ],
    ['has a place that is none', () => whole().replace('"line":1', '"line":0'), /is no line of the format/],
    [
      'is of another version',
      () => whole().replace('"type":"end","version":1', '"type":"end","version":2'),
      /is no line/,
    ],
  ];
  for (const [title, input, message] of broken) {
    it(`names a text that ${title}`, () => {
      const { status, stderr } = run(['merge', '-'], input());
      assert.equal(status, 3);
      assert.match(stderr, message);
    });
  }

  it('names a file that is missing', () => {
    const { status, stderr } = run(['merge', 'none.jsonl']);
    assert.equal(status, 3);
    assert.equal(stderr, 'modconf: none.jsonl: no such file or directory\n');
  });
});

describeCorpus('merging the findings of real files', () => {
  const temporary = temporaryDirectory();
  const folders = ['modules.conf', 'modprobe.d', 'modules.dep-24', 'modules-load.d'];

  it('gives every format as one check does', () => {
    const formats = formatNames.filter((name) => name !== 'json-lines');
    const to = (prefix: string) =>
      formats.map((name) => `--format=${name}:${join(temporary(), prefix + name)}`);
    const parts = folders.map((folder) => {
      const file = join(temporary(), `${folder}.jsonl`);
      runCommand(['check', `--format=json-lines:${file}`, folder], { cwd: corpusDirectory });
      return file;
    });
    const whole = runCommand(['check', ...to('whole.'), ...folders], { cwd: corpusDirectory });
    const merged = runCommand(['merge', ...to('merged.'), ...parts], { cwd: corpusDirectory });
    assert.equal(merged.status, whole.status);
    for (const name of formats) {
      const text = (prefix: string) => readFileSync(join(temporary(), prefix + name), 'latin1');
      assert.ok(text('merged.') === text('whole.'), name);
    }
  });
});
