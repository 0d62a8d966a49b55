import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { normalizeName } from '../../server/src/syntax/modprobe-d/names.ts';
import { AliasIndex } from '../../server/src/tree/alias-index.ts';
import { anchorOf, matchesAlias } from '../../server/src/tree/alias-pattern.ts';

const search = (text: string, request: string) =>
  new AliasIndex(text).search(request).map(({ pattern, module, line }) => `${line} ${pattern} ${module}`);

describe('the alias index', () => {
  const text = [
    '# Aliases extracted from modules themselves.',
    'alias pci:v00008086d*sv* e1000',
    'alias pci:v00008086d00001000sv* e1000e',
    'alias pci:v* generic',
    'alias block-major-8-* sd_mod',
    'alias usb:v13FDp3940d0[0-2]* uas',
    'alias crc32c crc32c-generic',
    'alias crc32c crc32c_intel',
    'alias with blank b',
    '',
    'alias alone',
    'aliasx y z',
    'alias broken[ c',
    'softdep a pre: b',
    'alias a\\*b escaped',
    'alias last l',
  ].join('\n');

  for (const [request, expected] of [
    [
      'pci:v00008086d00001000sv1',
      ['1 pci:v00008086d*sv* e1000', '2 pci:v00008086d00001000sv* e1000e', '3 pci:v* generic'],
    ],
    ['pci:v1', ['3 pci:v* generic']],
    ['pci:', []],
    ['block_major_8_17', ['4 block_major_8_* sd_mod']],
    ['usb:v13FDp3940d01', ['5 usb:v13FDp3940d0[0-2]* uas']],
    ['usb:v13FDp3940d03', []],
    ['crc32c', ['6 crc32c crc32c_generic', '7 crc32c crc32c_intel']],
    ['crc32', []],
    ['with blank', ['8 with blank b']],
    ['broken[', []],
    // Up to the first wildcard a backslash is an ordinary character for kmod.
    ['a\\b', ['14 a\\*b escaped']],
    ['a*b', []],
    ['last', ['15 last l']],
    ['', []],
  ] as const) {
    it(`finds what matches ${JSON.stringify(request)}`, () =>
      assert.deepEqual(search(text, request), expected));
  }

  it('knows the aliases of a module', () => {
    const index = new AliasIndex(text);
    assert.deepEqual(
      index.ofModule('sd_mod').map(({ pattern }) => pattern),
      ['block_major_8_*'],
    );
    assert.deepEqual(index.ofModule('none'), []);
  });

  it('gives no lines where there is no file', () => {
    assert.deepEqual(new AliasIndex('alias b x\nalias b a\n', false).search('b'), [
      { pattern: 'b', module: 'x', line: -1 },
      { pattern: 'b', module: 'a', line: -1 },
    ]);
  });

  it('finds what a scan over all patterns finds', () => {
    const piece = fc.constantFrom(
      ...'abc-_*',
      '*',
      '?',
      '[ab]',
      '[!a-]',
      '\\*',
      ']',
      '[',
      'é',
      'abcab',
      'bcabcabcabc',
    );
    const pattern = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    const request = fc.string({ unit: fc.constantFrom(...'abbc_é'), maxLength: 14 });
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 60 }), fc.array(request), (patterns, requests) => {
        // Every third pattern gets the same beginning, so that buckets grow large enough to be divided.
        const all = patterns.flatMap((one, at) => (at % 3 === 0 ? [`a*${one}`, `a*c${one}`] : [one]));
        const index = new AliasIndex(all.map((one, at) => `alias ${one} m${at}\n`).join(''));
        for (const wanted of requests) {
          const scan = all.flatMap((one, at) => {
            const normal = normalizeName(one);
            return normal !== undefined && matchesAlias(normal, wanted) ? [`m${at}`] : [];
          });
          assert.deepEqual(
            index.search(wanted).map(({ module }) => module),
            scan,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the anchor of a pattern', () => {
  it('is text that every match holds behind the first wildcard', () => {
    for (const [pattern, anchor] of [
      ['hid:b0003g*v000005ACp0000024F', '0000024F'],
      ['of:N*T*Cqcom,sdm845C*', ',sdm845C'],
      ['acpi*:LNXCPU:*', ':LNXCPU:'],
      ['a*', ''],
      ['plain', ''],
      ['a*bc?de*', 'bc'],
      ['a[bcdef]*g', 'g'],
      ['a*[bc[:alpha:]de]f', 'f'],
      ['a*bc\\defg', 'efg'],
      ['a*bébcd', 'bcd'],
      ['a*bc[d', 'bc'],
    ] as const) {
      assert.equal(anchorOf(pattern), anchor, pattern);
    }
  });
});
