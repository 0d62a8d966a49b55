import { strict as assert } from 'node:assert';
import { MemoryFileSystem } from '../../../server/src/files/memory-file-system.ts';
import type { ModutilsConfiguration } from '../../../server/src/loaders/modutils/configuration.ts';
import { printConfiguration } from '../../../server/src/loaders/modutils/print-configuration.ts';
import { describeCorpus } from '../../support/corpus.ts';
import { messageLines, readCorpus, readRecorded } from './recorded.ts';

const folder = ['expected', 'quirks-modutils'] as const;

/** One probe: the status, what was said, and what was printed that the defaults do not have. */
interface Probe {
  readonly name: string;
  readonly status: number;
  readonly said: readonly string[];
  readonly printed: readonly string[];
}

function readReport(): Probe[] {
  const [, ...sections] = `\n${readCorpus(...folder, 'REPORT.txt')}`.split('\n## ');
  return sections.map((section) => {
    const lines = section.split('\n');
    const after = (start: string): string[] =>
      lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));
    return {
      name: lines[0]!.split(' ')[0]!,
      status: Number(after('   rc(strict,2.4.2)= ')[0]),
      said: after('   E  ').map((line) => line.replaceAll('\\t', '\t')),
      printed: after('   O  '),
    };
  });
}

/** Longer physical lines were read in pieces by the version that was probed; newer ones have no such limit. */
const oldLineLimit = 2999;

/** @returns whether modutils reads what happens to be in its memory. */
function readsStrayMemory(configuration: ModutilsConfiguration): boolean {
  return configuration.files.some(({ document }) =>
    document.lines.some(
      ({ tree }) =>
        tree.kind === 'directive' && tree.words.some(({ unterminated }) => unterminated !== undefined),
    ),
  );
}

describeCorpus('odd input, as recorded', () => {
  const defaults = new Set(printConfiguration(readRecorded('')).lines.map(({ text }) => text));
  let compared = 0;
  let leftOut = 0;

  for (const probe of readReport()) {
    it(probe.name, () => {
      const text = readCorpus(...folder, probe.name);
      const directories = ['bin', 'dev', 'etc', 'lib', 'lib64', 'proc', 'sbin', 'sh4', 'tmp', 'usr', 'var'];
      const files = new MemoryFileSystem({ '/etc/test.conf': text });
      for (const directory of directories) files.makeDirectory(`/${directory}`);
      const configuration = readRecorded(text, '/etc/test.conf', { files });
      const tooLong = text.split('\n').some((line) => line.length > oldLineLimit);
      if (tooLong || readsStrayMemory(configuration)) {
        leftOut++;
        return;
      }
      compared++;
      assert.equal(configuration.invalid, probe.status !== 0);
      assert.deepEqual(messageLines(configuration), probe.said);
      const ours = printConfiguration(configuration).lines.filter(({ text: line }) => !defaults.has(line));
      const known = ours.filter(({ unknown }) => !unknown).map(({ text: line }) => line);
      const keys = ours
        .filter(({ unknown }) => unknown)
        .map(({ text: line }) => line.split(/[ =]/, 2).join(' '));
      const recorded = probe.printed.filter((line) => !keys.some((key) => line.startsWith(`${key} `)));
      // The order among the matches of a pattern is the directory's.
      const normalise = (lines: readonly string[]): readonly string[] =>
        text.includes('*') ? lines.map((line) => line.split(' ').sort().join(' ')) : lines;
      assert.deepEqual(normalise(known), normalise(recorded));
    });
  }

  after(() => {
    console.log(
      `      ${compared} probes compared, ${leftOut} left out because modutils read stray memory or in pieces`,
    );
    assert.ok(leftOut <= 2);
  });
});
