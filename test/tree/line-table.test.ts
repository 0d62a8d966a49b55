import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { emptyHash, extendHash, LineTable } from '../../server/src/tree/line-table.ts';

describe('a table of lines', () => {
  it('gives back what was added, the last first, also where slots are shared', () => {
    const hash = fc.oneof(fc.constantFrom(0, 1, 1 << 15, -1), fc.integer());
    fc.assert(
      fc.property(fc.array(fc.option(hash, { nil: undefined })), (added) => {
        const table = new LineTable(added.length);
        added.forEach((one, line) => {
          if (one !== undefined) table.add(one, line);
        });
        for (const wanted of new Set([...added, 0, 7])) {
          if (wanted === undefined) continue;
          const lines = added.flatMap((one, line) => (one === wanted ? [line] : []));
          assert.deepEqual(table.get(wanted), lines.reverse());
        }
      }),
    );
  });

  it('hashes a dash as an underscore, and the order of characters counts', () => {
    const hashOf = (text: string) =>
      [...text].reduce((hash, character) => extendHash(hash, character.charCodeAt(0)), emptyHash);
    assert.equal(hashOf('snd-pcm'), hashOf('snd_pcm'));
    assert.notEqual(hashOf('snd_pcm'), hashOf('snd_pmc'));
  });
});
