import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { BinIndex } from '../../server/src/tree/bin-index.ts';
import { searchWithWildcards } from '../../server/src/tree/wildcard-request.ts';
import { writeBinIndex } from './bin-writer.ts';

describe('a request with wildcards', () => {
  it('meets a pattern once more where the trie parts at the wildcard', () => {
    const found = (request: string, ...patterns: string[]) =>
      searchWithWildcards(
        request,
        patterns.map((pattern) => ({ pattern })),
      ).length;
    assert.equal(found('a*b', 'a*b'), 1);
    assert.equal(found('a*b', 'a*b', 'ac'), 2);
    assert.equal(found('a*b', 'a*b', 'a*', 'ac'), 3);
  });

  it('finds what a search of the trie itself finds', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab*?[]'), maxLength: 7 });
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 12 }), text, (keys, request) => {
        // Two keys that part at once: the root of a real index is a node of its own, too.
        const patterns = [...keys, 'y', 'z'];
        const index = BinIndex.open(writeBinIndex(patterns.map((key) => ({ key, value: key, priority: 0 }))));
        assert.ok(index instanceof BinIndex);
        const expected = index.search(request).map(({ key }) => key);
        const found = searchWithWildcards(
          request,
          patterns.map((pattern) => ({ pattern })),
        );
        assert.deepEqual(found.map(({ pattern }) => pattern).sort(), expected.sort());
      }),
      { numRuns: 2000 },
    );
  });
});
