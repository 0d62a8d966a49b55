import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { decode, encode } from '../../server/src/text/encoding.ts';

describe('the encoding of files', () => {
  it('keeps every byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) =>
        assert.deepEqual(encode(decode(bytes)), bytes),
      ),
    );
  });

  it('is UTF-8 where the bytes are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = new TextEncoder().encode(text);
        assert.equal(decode(bytes), new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      }),
    );
  });

  it('makes one unit of each other byte', () => {
    assert.equal(decode(Uint8Array.of(0x61, 0xfc, 0xc3, 0xa9, 0xe2, 0x82)), 'a\udcfcé\udce2\udc82');
  });
});
