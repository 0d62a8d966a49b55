import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@actions/core';
import { formatNames } from '../../../server/src/cli/report/formats.ts';
import { visible } from '../../../server/src/cli/report/visible.ts';
import { runCommand } from '../../support/command.ts';
import { corpusDirectory, describeCorpus } from '../../support/corpus.ts';
import { type Read, readers } from '../../support/report-formats.ts';
import { temporaryDirectory, writeFiles } from '../../support/temporary.ts';

/** Formats for programs: each is written into a file of its own. */
const programFormats = formatNames.filter((name) => name !== 'text');

/** Checks paths in every format at once. @returns the reports by format */
function checkInAll(paths: readonly string[], cwd: string, directory: string): Map<string, string> {
  const file = (format: string) => join(directory, `report.${format}`);
  const formats = formatNames.map((format) => `--format=${format}:${file(format)}`);
  const { status, stderr, stdout } = runCommand(['check', ...formats, ...paths], { cwd });
  assert.equal(stderr, '');
  assert.equal(status, 1);
  assert.equal(stdout.length, 0);
  return new Map(formatNames.map((format) => [format, readFileSync(file(format), 'utf8')]));
}

const sorted = (list: readonly Read[]) => list.map((read) => JSON.stringify(read)).sort();

async function assertAllSayTheSame(reports: ReadonlyMap<string, string>): Promise<void> {
  const expected = sorted(await readers.json!(reports.get('json')!));
  assert.ok(expected.length > 0);
  for (const format of programFormats) {
    const actual = sorted(await readers[format]!(reports.get(format)!));
    // A report that differs is long; where it begins to differ is what helps.
    const at = actual.findIndex((line, index) => line !== expected[index]);
    assert.deepEqual([format, actual.length, actual[at]], [format, expected.length, expected[at]]);
  }
}

/** What XML, URIs and workflow commands have to escape. */
const oddPath = `etc/modprobe.d/a: b, c%41 <ü>&"'.conf`;

const machine: Readonly<Record<string, string | Uint8Array>> = {
  'etc/modules.conf': [
    'path[misc]=/x',
    'keep',
    'alais "<eth0>" & \\',
    '  e100,50%::',
    'options e100 \u001b[31m x\u2028y\ufffe',
    'ünïcode ~p = \u{1f600}',
    'persistdir = /x',
    'if -f /x',
    '',
  ].join('\n'),
  'etc/modules.conf.ok': 'alias eth1 e100\n',
  'lib/modules/2.4.20/modules.dep': Buffer.from([0x2f, 0x61, 0xff, 0x20, 0x62, 0x0a]),
  [oddPath]: 'Blacklist a\r\nblacklist b # why\n',
};

describe('formats', () => {
  const temporary = temporaryDirectory();
  let reports: Map<string, string>;

  before(() => {
    writeFiles(temporary(), machine);
    reports = checkInAll(['etc', 'lib'], temporary(), temporary());
  });

  it('have a reader each', () => assert.deepEqual([...programFormats].sort(), Object.keys(readers).sort()));

  it('are what their consumers take, and all say the same', () => assertAllSayTheSame(reports));

  it('say nothing of what was not found', async () => {
    writeFiles(temporary(), { 'fine/modules.conf': '' });
    for (const format of programFormats) {
      const args = ['check', '--format', format, 'fine'];
      const { status, stdout } = runCommand(args, { cwd: temporary() });
      assert.equal(status, 0);
      assert.deepEqual(await readers[format]!(stdout.toString()), [], format);
    }
  });

  it('can all go to one file each, and one of them to standard output', () => {
    const args = ['check', '--format', 'json', '--format', 'concise:out.txt', 'etc'];
    const { stdout } = runCommand(args, { cwd: temporary() });
    const lines = readFileSync(join(temporary(), 'out.txt'), 'utf8').trimEnd().split('\n');
    assert.equal(JSON.parse(stdout.toString()).diagnostics.length, lines.length);
  });

  it('cannot go to one place together', () => {
    for (const args of [
      ['--format', 'json', '--format', 'text'],
      ['--format', 'json:x', '--format', 'sarif:./x'],
    ]) {
      const { status, stderr } = runCommand(['check', ...args, 'etc'], { cwd: temporary() });
      assert.equal(status, 2);
      assert.match(stderr, /two formats cannot both go to/);
    }
  });

  it('leave no file behind when nothing was checked', () => {
    const { status } = runCommand(['check', '--format', 'sarif:none.sarif', 'none'], { cwd: temporary() });
    assert.equal(status, 3);
    const unknown = runCommand(['check', '--format', 'sarif:none2.sarif', '--root', 'fine'], {
      cwd: temporary(),
    });
    assert.equal(unknown.status, 2);
    assert.throws(() => readFileSync(join(temporary(), 'none2.sarif')));
  });

  it('name a file that cannot be written', () => {
    const args = ['check', '--format', 'json:no/such/folder.json', 'etc'];
    const { status, stderr } = runCommand(args, { cwd: temporary() });
    assert.equal(status, 3);
    assert.equal(stderr, 'modconf: no/such/folder.json: no such file or directory\n');
  });

  it('default to annotations in GitHub Actions', () => {
    const { stdout } = runCommand(['check', 'etc'], {
      cwd: temporary(),
      environment: { GITHUB_ACTIONS: 'true' },
    });
    assert.equal(
      stdout.toString(),
      runCommand(['check', '--format=github', 'etc'], { cwd: temporary() }).stdout.toString(),
    );
  });

  it('name files from the top of the repository where a service says it', () => {
    const run = (format: string, environment: Readonly<Record<string, string>>) =>
      runCommand(['check', '--format', format, 'modules.conf'], {
        cwd: join(temporary(), 'etc'),
        environment,
      }).stdout.toString();
    assert.match(run('github', { GITHUB_WORKSPACE: temporary() }), /file=etc\/modules\.conf,/);
    assert.match(run('gitlab', { CI_PROJECT_DIR: temporary() }), /"path":"etc\/modules\.conf"/);
    assert.match(run('sarif', { GITHUB_WORKSPACE: temporary() }), /"uri":"etc\/modules\.conf"/);
    assert.match(run('sarif', { GITHUB_WORKSPACE: '/elsewhere' }), /"uri":"file:\/\/\//);
  });

  it('write annotations exactly as the toolkit of GitHub does', async () => {
    const findings: Finding[] = JSON.parse(reports.get('json')!).diagnostics;
    const expected = toolkitOutput(findings.filter(({ range }) => range.start.line === range.end.line));
    const single = reports
      .get('github')!
      .split('\n')
      .filter((line) => line.includes(',col='));
    assert.deepEqual(single, expected);
  });

  it('name what could not be read', () => {
    const read = (format: string) =>
      runCommand(['check', '--format', format, 'missing.dep', 'etc'], { cwd: temporary() }).stdout.toString();
    const [run] = JSON.parse(read('sarif')).runs;
    assert.equal(run.invocations[0].executionSuccessful, false);
    assert.equal(run.invocations[0].exitCode, 3);
    assert.equal(
      run.invocations[0].toolExecutionNotifications[0].message.text,
      'missing.dep: no such file or directory',
    );
    assert.match(read('junit'), /<error type="unreadable" message="no such file or directory"\/>/);
    assert.match(read('checkstyle'), /<file name="missing.dep">\n {4}<error line="1" severity="error"/);
    assert.match(
      read('json-lines'),
      /{"type":"problem","path":"missing.dep","message":"no such file or directory"}/,
    );
  });
});

interface Finding {
  readonly path: string;
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly range: Readonly<Record<'start' | 'end', { readonly line: number; readonly character: number }>>;
}

/** What `@actions/core` writes for the findings, a line each. */
function toolkitOutput(findings: readonly Finding[]): string[] {
  const write = process.stdout.write;
  const lines: string[] = [];
  process.stdout.write = ((text: string) =>
    lines.push(...text.split('\n').filter(Boolean)) > 0) as typeof write;
  try {
    for (const { path, rule, severity, message, range } of findings) {
      const annotate = { error: core.error, warning: core.warning, info: core.notice }[severity];
      annotate(visible(message), {
        title: rule,
        file: path,
        startLine: range.start.line,
        endLine: range.end.line,
        startColumn: range.start.character,
        endColumn: range.end.character,
      });
    }
  } finally {
    process.stdout.write = write;
  }
  return lines;
}

describeCorpus('formats of real files', () => {
  const temporary = temporaryDirectory();

  it('are what their consumers take, and all say the same', async function () {
    this.timeout(120_000);
    const paths = ['modules.conf', 'modules.dep-24', 'modprobe.d', 'modules-load.d', 'trees'];
    await assertAllSayTheSame(checkInAll(paths, corpusDirectory, temporary()));
  });
});
