import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { fnmatch } from '../../../server/src/files/fnmatch.ts';
import { PatternList } from '../../../server/src/loaders/kmod/pattern-list.ts';

describe('a list of patterns', () => {
  it('finds in order what a scan finds', () => {
    const pattern = fc.string({ unit: fc.constantFrom(...'aab*?[]\\é'), maxLength: 5 });
    const name = fc.string({ unit: fc.constantFrom(...'aab*é'), maxLength: 5 });
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 30 }), name, (patterns, wanted) => {
        const entries = patterns.map((each, at) => ({ each, at }));
        const list = new PatternList(entries, ({ each }) => each);
        const scan = entries.filter(({ each }) => fnmatch(each, wanted));
        assert.deepEqual(list.all(wanted), scan);
        assert.equal(list.first(wanted), scan[0]);
      }),
      { numRuns: 1000 },
    );
  });
});
