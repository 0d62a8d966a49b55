import { strict as assert } from 'node:assert';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { decompress } from '../../server/src/workspace/decompress.ts';

const text = Array.from({ length: 200 }, (_, line) => `line ${line} of a text that can be compressed\n`).join(
  '',
);

/** The text as the xz and zstd commands wrote it, in base64. */
const compressed: Readonly<Record<string, Uint8Array>> = {
  gzip: gzipSync(text),
  'xz as for modules (crc32)': fromBase64(
    '/Td6WFoAAAFpIt42AgAhARAAAACocI6G4CBhAPpdADYaSh8IoCYDTQad7+2MoT/IOM9thS+YAxZ1OBZxxC5Xn8n40pY0E1WD2FKWICTVRNAb5vqs0pYrW2WdDtHX5Aa7Eduuu+Q4tr5zRB8hBYXV+LojQG46Aj35G+tPzDYd07rAsj0jRztNWb8R8r8eim4BbLqYjOs2AItpGw5Ql3H1Sl6C8hFhR4fedsOsuSkiQqMuwai4GP0IAz7I1HwBJIP7448nJHYbHzT98P5rU31VFsmUH261gQRsCJjmh/TkoDRlyfS3Qwu6uezKl3EVtbnuiVW47XNZ9odY72VfBef9qESvmfXfSF+yGJeVwjzqre7PSN1D5mzrpwAAAACYAkZPAAGSAuJAAACGNNflPjANiwIAAAAAAVla',
  ),
  'xz (crc64)': fromBase64(
    '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4CBhAPpdADYaSh8IoCYDTQad7+2MoT/IOM9thS+YAxZ1OBZxxC5Xn8n40pY0E1WD2FKWICTVRNAb5vqs0pYrW2WdDtHX5Aa7Eduuu+Q4tr5zRB8hBYXV+LojQG46Aj35G+tPzDYd07rAsj0jRztNWb8R8r8eim4BbLqYjOs2AItpGw5Ql3H1Sl6C8hFhR4fedsOsuSkiQqMuwai4GP0IAz7I1HwBJIP7448nJHYbHzT98P5rU31VFsmUH261gQRsCJjmh/TkoDRlyfS3Qwu6uezKl3EVtbnuiVW47XNZ9odY72VfBef9qESvmfXfSF+yGJeVwjzqre7PSN1D5mzrpwAAAADuavmjPS/yvAABlgLiQAAAkHZGfrHEZ/sCAAAAAARZWg==',
  ),
  'zstd of a file': fromBase64(
    'KLUv/WRiHyUKALYVMxeAS9qAnRguBU4dgBk4iOzundKlbxypEDQAKQApAGn02Vwm33Y9zmKv1ir1ddvEs6K7AALicCANRmIxKIigKAKDkgQMSUkeSFICpbAoUxDFARHn682loZ2ZlZHdbLWxLKwrqyqql6s1lYR0ZFREdDKVhvL4u71O//1+HmdFd8dNPCu6O23iWdHdmWZiXlpWUj6dzclExEPDQsKjsTiYh3dnV0f3iWdFdyebeFZ0d7CJZ0V355p4VnR3rIlnRXenmnhWdHeoiWdFd+dNDIDIqBEQdvf/DPA11hJIEPj/H0Gg4g+BIAGCNGnayAJUhEQCbDWSZkmElgAAJFNtsgCVYZIBt2m7uySKkJgAm0bSuqVlYztkmIUOsmjQxSwyzFCLDjPoMMMsOshGgw6zqGGGLDqcQYcMdUyKEgqAAMrEwgLIKo6xGeE=',
  ),
  'zstd of a stream': fromBase64(
    'KLUv/QRY3QgAMo8mGoA3aQOAGxayLgoWJLSEopyL7N4pk6dXXqInmZmZmZmIiIiIiHd3d3d3ZmZmZmZVVVVVVf///79t27bdtm3bEhEREdHMzMzMDGVmZmZmIiIiIiLe3d3d3ZmZmZmZVVVVVVX9////tm3bdtu2bUtEREREiWd1l0gxDAdCQEkkikEBAaJACgAxigI5ioGDHAflIAURQJAhxTAcAoDHqCH49v8NsDNKqw0S+P//BAGA/gEgREo11UqVykqVak2VaqWWaqVKa6VKtaVKNdk6JQ8kIL+zYOelzgudtzkvct7ivMB5efN2ufm6Ov+UWm+Xrn+dP2q9V2vXX+4fVf6rVXve2eckN0lNOpPEpC9pS9qtJFBWoOWgtky2Co6xGeE=',
  ),
};

/** Three million zeros in sixty-odd bytes of zstd. */
const bomb = fromBase64(
  'KLUv/QRYVAAAEAAAAQD7/znAAgIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAM2DgADya/W',
);

function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

describe('decompress', () => {
  for (const [name, bytes] of Object.entries(compressed)) {
    it(`reads ${name}`, async () => {
      assert.equal(Buffer.from(await decompress(bytes, text.length)).toString(), text);
    });

    it(`refuses ${name} when it gets too long`, async () => {
      await assert.rejects(decompress(bytes, text.length - 1), { message: 'too long when decompressed' });
    });

    it(`refuses ${name} when it is cut off`, async () => {
      await assert.rejects(decompress(bytes.subarray(0, bytes.length >> 1), text.length), /^Error: damaged /);
    });
  }

  it('leaves other files as they are', async () => {
    for (const bytes of [new Uint8Array(), Uint8Array.of(0x7f, 0x45, 0x4c, 0x46), Uint8Array.of(0x1f)])
      assert.equal(await decompress(bytes, 0), bytes);
  });

  it('does not let a few bytes fill the memory', async () => {
    assert.equal((await decompress(bomb, 3_000_000)).length, 3_000_000);
    await assert.rejects(decompress(bomb, 1_000_000), { message: 'too long when decompressed' });
    // A window of a terabyte.
    const greedy = Uint8Array.from(bomb, (byte, at) => (at === 5 ? 0xf0 : byte));
    await assert.rejects(decompress(greedy, 3_000_000), { message: 'too long when decompressed' });
  });

  it('ends with bytes or an error however the data is damaged', async () => {
    const change = fc.tuple(fc.nat(500), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(compressed)),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async (sound, changes) => {
          const bytes = Uint8Array.from(sound);
          for (const [at, byte] of changes) bytes[6 + (at % (bytes.length - 6))] = byte;
          const outcome = await decompress(bytes, 100_000).catch((error: unknown) => error);
          if (outcome instanceof Uint8Array) assert.ok(outcome.length <= 100_000);
          else assert.ok(outcome instanceof Error);
        },
      ),
      { numRuns: 300 },
    );
  });
});
