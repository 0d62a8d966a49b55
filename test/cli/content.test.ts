import { strict as assert } from 'node:assert';
import { looksBinary } from '../../server/src/cli/content.ts';
import { encode } from '../../server/src/text/encoding.ts';

const text = (content: string) => encode(content);

/** Bytes without any order, the same each time. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state >> 16;
  });
}

const cases: readonly (readonly [string, Uint8Array, boolean])[] = [
  ['nothing', new Uint8Array(), false],
  ['a text', text('alias eth0 e100\r\n\t# \x1b[31m\f\n'), false],
  ['one NUL in a short text', text('alias\0'), false],
  ['some NULs in a long text', text(`${'alias eth0 e100\n'.repeat(40)}\0\0\0\0\0`), false],
  ['Cyrillic in KOI8-R', Uint8Array.from({ length: 300 }, (_, index) => 0xc0 + (index % 64)), false],
  ['UTF-16', Uint8Array.from(Buffer.from('alias eth0 e100\n'.repeat(5), 'utf16le')), true],
  ['NULs', new Uint8Array(100), true],
  ['noise', noise(500), true],
  ['an ELF file', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46), true],
  ['gzip', Uint8Array.of(0x1f, 0x8b, 8), true],
  ['xz', Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0), true],
  ['zstd', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd), true],
  ['an index of kmod', Uint8Array.of(0xb0, 0x07, 0xf4, 0x57, 0, 2), true],
];

describe('binary content', () => {
  for (const [title, bytes, expected] of cases) {
    it(`${expected ? 'is' : 'is not'} ${title}`, () => assert.equal(looksBinary(bytes), expected));
  }
});
