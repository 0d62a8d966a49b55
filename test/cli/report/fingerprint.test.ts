import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { runCommand } from '../../support/command.ts';
import { temporaryDirectory, writeFiles } from '../../support/temporary.ts';

describe('fingerprints', () => {
  const temporary = temporaryDirectory();

  /** @returns the fingerprints of both formats that have them, by the line that each is on */
  function fingerprints(text: string, folder = 'a'): { sarif: string[]; gitlab: string[]; lines: number[] } {
    writeFiles(temporary(), { [`${folder}/modules.conf`]: text });
    const run = (format: string) =>
      JSON.parse(
        runCommand(['check', '--format', format, 'modules.conf'], {
          cwd: join(temporary(), folder),
          environment: { GITHUB_WORKSPACE: temporary() },
        }).stdout.toString(),
      );
    const issues: Issue[] = run('gitlab');
    const results: Result[] = run('sarif').runs[0].results;
    return {
      gitlab: issues.map(({ fingerprint }) => fingerprint),
      sarif: results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash),
      lines: issues.map(({ location }) => location.lines.begin),
    };
  }

  const text = 'alais a b\noptions c d\nalais a b\n';

  it('survive moved and indented lines', () => {
    const before = fingerprints(text);
    const after = fingerprints(`# new\n\n\talais   a b\n\noptions c d\n${'# x\n'.repeat(3)}alais a b\n`);
    assert.deepEqual(before.lines, [1, 2, 3]);
    assert.deepEqual(after.lines, [3, 5, 9]);
    assert.deepEqual({ ...after, lines: 0 }, { ...before, lines: 0 });
  });

  it('are unique where lines read the same', () => {
    const { sarif, gitlab } = fingerprints(text);
    assert.equal(new Set(sarif).size, 3);
    assert.equal(new Set(gitlab).size, 3);
  });

  it('change with what the line says', () => {
    const before = fingerprints(text).sarif;
    const after = fingerprints(text.replace('options c d', 'options c e')).sarif;
    assert.deepEqual(
      before.map((fingerprint, index) => fingerprint === after[index]),
      [true, false, true],
    );
  });

  it('say in GitLab which file they are of, and in SARIF not', () => {
    const here = fingerprints(text);
    const there = fingerprints(text, 'b');
    assert.deepEqual(there.sarif, here.sarif);
    assert.ok(there.gitlab.every((fingerprint) => !here.gitlab.includes(fingerprint)));
  });
});

interface Issue {
  readonly fingerprint: string;
  readonly location: { readonly lines: { readonly begin: number } };
}

interface Result {
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
}
