import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { moduleNameOf, normalizeName } from '../../server/src/tree/names.ts';

describe('module names', () => {
  it('are compared with `_` for `-`, except inside brackets', () => {
    for (const [name, expected] of [
      ['snd-pcm', 'snd_pcm'],
      ['snd_pcm', 'snd_pcm'],
      ['', ''],
      ['usb:v0-[0-2]-[a-c]d-', 'usb:v0_[0-2]_[a-c]d_'],
      ['a[-', undefined],
      ['a]-', undefined],
      ['[a]b]', undefined],
      ['[a][', undefined],
      ['[[a]-', '[[a]_'],
      ['[]-', '[]_'],
    ] as const) {
      assert.equal(normalizeName(name), expected, name);
    }
  });

  it('are normal once they are normalised', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab-_[]*') });
    fc.assert(
      fc.property(text, (name) => {
        const normal = normalizeName(name);
        if (normal !== undefined) assert.equal(normalizeName(normal), normal);
      }),
    );
  });

  it('come from the file up to its first dot', () => {
    for (const [path, expected] of [
      ['kernel/sound/core/snd-pcm.ko', 'snd_pcm'],
      ['/lib/modules/6.1.0/extra/nvidia.ko.xz', 'nvidia'],
      ['a-b', 'a_b'],
      ['dir-x/.ko', ''],
    ] as const) {
      assert.equal(moduleNameOf(path), expected, path);
    }
  });
});
