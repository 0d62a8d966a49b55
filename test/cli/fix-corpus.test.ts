import { strict as assert } from 'node:assert';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../support/command.ts';
import { corpusDirectory, describeCorpus } from '../support/corpus.ts';
import { temporaryDirectory } from '../support/temporary.ts';

const folders = ['modules.conf', 'modprobe.d', 'modules-load.d', 'modules.dep-24'];

/** Several runs over some hundred files; in milliseconds. */
const limit = 120_000;

interface Finding {
  readonly path: string;
  readonly rule: string;
  readonly severity: string;
  readonly fix?: string;
}

describeCorpus('fixing real files', () => {
  const temporary = temporaryDirectory();

  /** A copy of the files, and what can be asked about it. */
  function copy(name: string) {
    const cwd = join(temporary(), name);
    for (const folder of folders)
      cpSync(join(corpusDirectory, folder), join(cwd, folder), { recursive: true });
    const run = (...args: string[]) => runCommand(args, { cwd });
    return {
      check: (...options: string[]): Finding[] => {
        const { stdout, stderr, status } = run('check', '--format', 'json', ...options, ...folders);
        assert.ok(status === 0 || status === 1, stderr);
        return JSON.parse(stdout.toString()).diagnostics;
      },
      /** The effective configuration of each file, one after the other. */
      show: (folder: string): string => {
        const paths = readdirSync(join(cwd, folder)).filter((file) => file !== 'PROVENANCE.tsv');
        return run('show', ...paths.map((path) => join(folder, path))).stdout.toString('latin1');
      },
    };
  }

  /** How often each rule reports in each file. */
  const counts = (findings: readonly Finding[]) => {
    const byRule = new Map<string, number>();
    for (const { path, rule } of findings)
      byRule.set(`${path} ${rule}`, (byRule.get(`${path} ${rule}`) ?? 0) + 1);
    return byRule;
  };

  /** What is reported more often than before. */
  const grown = (before: readonly Finding[], after: readonly Finding[]) => {
    const old = counts(before);
    return [...counts(after)].filter(([key, count]) => count > (old.get(key) ?? 0)).map(([key]) => key);
  };

  it('changes nothing that the loader does, and brings no finding, where it is no error that is fixed', function () {
    this.timeout(limit);
    const { check, show } = copy('same');
    const before = check();
    const shown = ['modules.conf', 'modprobe.d'].map(show);
    const errors = new Set(before.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
    const fixable = before.filter(({ fix, rule }) => fix === 'safe' && !errors.has(rule));
    assert.ok(fixable.length > 0);
    check('--fix', ...[...errors].map((rule) => `--ignore=${rule}`));
    const after = check();
    assert.deepEqual(
      after.filter(({ fix, rule }) => fix === 'safe' && !errors.has(rule)),
      [],
    );
    assert.deepEqual(grown(before, after), []);
    for (const [index, folder] of ['modules.conf', 'modprobe.d'].entries())
      assert.ok(show(folder) === shown[index], `${folder} means something else now`);
  });

  it('brings findings only where a line that the loader ignored now counts', function () {
    this.timeout(limit);
    const { check } = copy('safe');
    const before = check();
    const after = check('--fix');
    assert.deepEqual(
      after.filter(({ fix }) => fix === 'safe'),
      [],
    );
    const hadErrors = new Set(
      before.filter(({ fix, severity }) => fix === 'safe' && severity === 'error').map(({ path }) => path),
    );
    const elsewhere = grown(before, after).filter(
      (key) => !hadErrors.has(key.slice(0, key.lastIndexOf(' '))),
    );
    assert.deepEqual(elsewhere, []);
  });

  it('comes to an end with everything', function () {
    this.timeout(limit);
    const { check } = copy('unsafe');
    const left = check('--fix', '--unsafe');
    const again = runCommand(['check', '--diff-fixes', '--unsafe', ...folders], {
      cwd: join(temporary(), 'unsafe'),
    });
    assert.equal(again.stdout.toString(), '');
    assert.deepEqual(
      left.filter(({ fix }) => fix === 'safe'),
      [],
    );
  });
});
