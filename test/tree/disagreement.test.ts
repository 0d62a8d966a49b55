import { strict as assert } from 'node:assert';
import { BinIndex } from '../../server/src/tree/bin-index.ts';
import { DependencyIndex } from '../../server/src/tree/dependency-index.ts';
import { disagreements } from '../../server/src/tree/disagreement.ts';
import { writeBinIndex } from './bin-writer.ts';

const bin = BinIndex.open(
  writeBinIndex([
    { key: 'z', value: 'z.ko:', priority: 0 },
    { key: 'a_b', value: 'a-b.ko: z.ko', priority: 1 },
    { key: 'c', value: 'c.ko:', priority: 2 },
  ]),
);

function compare(text: string): string[] {
  assert.ok(bin instanceof BinIndex);
  return disagreements(new DependencyIndex(text, '/').entries(), bin).map((found) =>
    found.kind === 'missing-in-text'
      ? `${found.kind} ${found.name} (${found.bin})`
      : `${found.entry.line}: ${found.kind} ${found.entry.name} (${found.bin})`,
  );
}

describe('modules.dep and modules.dep.bin', () => {
  for (const [title, text, expected] of [
    ['agree', 'z.ko:\na-b.ko: z.ko\nc.ko:\n', []],
    ['agree whatever the blanks', 'z.ko: \na-b.ko:\t z.ko\r\nc.ko:', []],
    ['agree in any order', 'c.ko:\na-b.ko: z.ko\nz.ko:\n', []],
    ['disagree in dependencies', 'z.ko:\na-b.ko:\nc.ko:\n', ['1: different a_b (a-b.ko: z.ko)']],
    ['disagree in a path', 'z.ko:\nextra/a-b.ko: z.ko\nc.ko:\n', ['1: different a_b (a-b.ko: z.ko)']],
    [
      'disagree in what there is',
      'a-b.ko: z.ko\nnew.ko:\n',
      ['1: missing-in-bin new (undefined)', 'missing-in-text z (z.ko:)', 'missing-in-text c (c.ko:)'],
    ],
  ] as const) {
    it(title, () => assert.deepEqual(compare(text), expected));
  }
});
