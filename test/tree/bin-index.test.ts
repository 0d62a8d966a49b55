import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { matchesAlias } from '../../server/src/tree/alias-pattern.ts';
import { BinIndex } from '../../server/src/tree/bin-index.ts';
import { type BinEntry, writeBinIndex } from './bin-writer.ts';

function open(entries: readonly BinEntry[]): BinIndex {
  const index = BinIndex.open(writeBinIndex(entries));
  assert.ok(index instanceof BinIndex);
  return index;
}

const entry = (key: string, value: string, priority = 0): BinEntry => ({ key, value, priority });
const values = (found: readonly BinEntry[]) => found.map(({ value }) => value);

const key = fc.string({ unit: fc.constantFrom(...'ab*?[]é'), maxLength: 6 });
const anyEntry = fc.record(
  { key, value: fc.constantFrom('x', 'y'), priority: fc.nat(3) },
  { noNullPrototype: true },
);
const someEntries = fc.uniqueArray(anyEntry, { selector: (one) => one.key, maxLength: 20 });

describe('a .bin index', () => {
  it('finds exact keys', () => {
    const index = open([entry('ext4', 'e: c'), entry('ext2', 'f:'), entry('ext', 'g:'), entry('é', 'h:')]);
    assert.deepEqual(index.get('ext4'), [entry('ext4', 'e: c')]);
    assert.deepEqual(values(index.get('ext')), ['g:']);
    assert.deepEqual(values(index.get('é')), ['h:']);
    for (const missing of ['', 'ex', 'ext3', 'ext44']) assert.deepEqual(index.get(missing), [], missing);
  });

  it('answers by priority', () => {
    const index = open([entry('a*', 'third', 9), entry('ab', 'first', 1), entry('a?', 'second', 4)]);
    assert.deepEqual(values(index.search('ab')), ['first', 'second', 'third']);
  });

  it('answers what it finds last first where priorities are equal', () => {
    const patterns = ['*', 'a*', 'a*b', 'a?', 'a[b]', 'ab', '?b', '[a]*'];
    assert.deepEqual(
      open(patterns.map((pattern) => entry(pattern, pattern)))
        .search('ab')
        .map((found) => found.key),
      ['ab', 'a[b]', 'a?', 'a*', 'a*b', '[a]*', '?b', '*'],
    );
  });

  it('lists everything in byte order', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const bytes = (text: string) => Buffer.from(text);
        const sorted = entries.toSorted((left, right) => Buffer.compare(bytes(left.key), bytes(right.key)));
        assert.deepEqual([...open(entries).entries()], sorted);
      }),
    );
  });

  it('finds what a scan over all keys finds', () => {
    const request = fc.string({ unit: fc.constantFrom(...'abcé'), maxLength: 6 });
    fc.assert(
      fc.property(someEntries, request, (entries, wanted) => {
        const index = open(entries);
        const scan = entries.filter((one) => matchesAlias(one.key, wanted)).map((one) => one.key);
        const found = index.search(wanted);
        assert.deepEqual(found.map((one) => one.key).sort(), scan.sort());
        assert.deepEqual(
          found.map((one) => one.priority),
          found.map((one) => one.priority).sort(),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused where it is none', () => {
    const sound = writeBinIndex([entry('a', 'b')]);
    const kind = (bytes: Uint8Array) => {
      const opened = BinIndex.open(bytes);
      return opened instanceof BinIndex ? 'opened' : opened.kind;
    };
    assert.equal(kind(sound), 'opened');
    assert.equal(kind(new Uint8Array()), 'not-an-index');
    assert.equal(kind(Uint8Array.from(sound, (byte, at) => (at === 0 ? 0 : byte))), 'not-an-index');
    assert.equal(kind(Uint8Array.from(sound, (byte, at) => (at === 5 ? 3 : byte))), 'unknown-version');
    assert.equal(kind(sound.subarray(0, -1)), 'corrupt');
  });

  it('is refused where a node leads back to itself', () => {
    const child = [0x20, 0, 0, 12];
    const loop = [0xb0, 0x07, 0xf4, 0x57, 0, 2, 0, 1, ...child, 0x61, 0x61, ...child];
    const opened = BinIndex.open(Uint8Array.from(loop));
    assert.ok(!(opened instanceof BinIndex) && opened.kind === 'corrupt');
  });

  it('can be damaged in any way without harm', () => {
    const damage = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(someEntries, damage, (entries, changes) => {
        const bytes = writeBinIndex(entries);
        for (const [at, byte] of changes) bytes[8 + (at % (bytes.length - 8))] = byte;
        const opened = BinIndex.open(bytes);
        if (opened instanceof BinIndex) {
          opened.search('ab');
          assert.ok([...opened.entries()].length <= bytes.length);
        } else assert.equal(opened.kind, 'corrupt');
      }),
      { numRuns: 2000 },
    );
  });
});
