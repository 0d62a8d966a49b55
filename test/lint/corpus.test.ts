import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { FileSystem } from '../../server/src/files/file-system.ts';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import type { Diagnostic } from '../../server/src/lint/diagnostic.ts';
import { decode } from '../../server/src/text/encoding.ts';
import { DiskFileSystem } from '../../server/src/workspace/disk-file-system.ts';
import { corpusDirectory, describeCorpus } from '../support/corpus.ts';
import { lintConfiguration } from '../support/lint-project.ts';

/** What modutils says at a line when it refuses it, and the number that it says. */
const refusals = [
  /Invalid line (\d+) in /g,
  /unmatched endif in line (\d+)/g,
  /else(?:if)? without if in line (\d+)/g,
  /Too many nested if's in line (\d+)/g,
];

/** The rules that report what modutils refuses. */
const refusalRules = new Set([
  'invalid-line',
  'unknown-directive',
  'space-before-equals',
  'duplicate-generated-file',
  'include-not-found',
  'include-depth',
  'if-depth',
]);

function recordedLines(messages: string): number[] {
  const numbers = refusals.flatMap((pattern) =>
    [...messages.matchAll(pattern)].map((match) => Number(match[1])),
  );
  return [...new Set(numbers)].sort((left, right) => left - right);
}

/** The lines that we say modutils refuses: one error each, numbered as modutils does. */
function reportedLines(diagnostics: readonly Diagnostic[], numberOf: (line: number) => number): number[] {
  const errors = diagnostics.filter(
    ({ rule, severity, message }) =>
      severity === 'error' &&
      (refusalRules.has(rule) || (rule === 'unbalanced-if' && message.includes('stops reading here'))),
  );
  return errors.map(({ range }) => numberOf(range.start.line)).sort((left, right) => left - right);
}

function check(text: string, files: FileSystem = new MemoryFileSystem()) {
  const { diagnostics, document } = lintConfiguration('/etc/test.conf', text, files);
  const numberOf = (line: number) => document.loaderLineNumber(document.lineIndexOfPhysical(line));
  return {
    diagnostics,
    reported: reportedLines(diagnostics, numberOf),
    missesEndif: diagnostics.some(
      ({ rule, message }) => rule === 'unbalanced-if' && message.includes('misses the `endif`'),
    ),
  };
}

describeCorpus('real modules.conf files', () => {
  const folder = `${corpusDirectory}/modules.conf/`;
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.conf'))) {
    it(`${name}: the errors are those lines that modutils refuses`, () => {
      const recorded = readFileSync(
        `${corpusDirectory}/expected/modutils/${name.replace(/\.conf$/, '.err')}`,
        'utf8',
      );
      const { reported, missesEndif, diagnostics } = check(decode(readFileSync(folder + name)));
      assert.deepEqual(reported, recordedLines(recorded));
      assert.equal(missesEndif, recorded.includes('missing endif'));
      assert.ok(!diagnostics.some(({ rule }) => rule === 'internal-error'));
    });
  }
});

interface Generated {
  readonly id: string;
  readonly conf: string;
  readonly c_err: string;
}

describeCorpus('generated modules.conf files', () => {
  it('get errors where modutils refuses lines, and only there', () => {
    const packed = readFileSync(`${corpusDirectory}/generated-modules.conf.jsonl.gz`);
    const cases = gunzipSync(packed).toString('utf8').trim().split('\n');
    const files = new DiskFileSystem(`${corpusDirectory}/generated-root`);
    const wrong: unknown[] = [];
    for (const line of cases) {
      const { id, conf, c_err } = JSON.parse(line) as Generated;
      // What an included file is blamed for is another file's.
      const own = c_err.replaceAll(/Invalid line \d+ in (?!CONF)\S+/g, '');
      const { reported, missesEndif } = check(conf, files);
      const recorded = recordedLines(own);
      if (
        JSON.stringify(reported) !== JSON.stringify(recorded) ||
        missesEndif !== own.includes('missing endif at CONF')
      )
        wrong.push({ id, reported, recorded, missesEndif, c_err });
    }
    assert.deepEqual(wrong, []);
  });
});
