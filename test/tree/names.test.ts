import { strict as assert } from 'node:assert';
import { moduleNameOf } from '../../server/src/tree/names.ts';

describe('the name of a module', () => {
  for (const [path, expected] of [
    ['kernel/sound/core/snd-pcm.ko', 'snd_pcm'],
    ['/lib/modules/6.1.0/extra/nvidia.ko.xz', 'nvidia'],
    ['a-b', 'a_b'],
    ['dir-x/.ko', ''],
  ] as const) {
    it(`of ${path} is ${JSON.stringify(expected)}`, () => assert.equal(moduleNameOf(path), expected));
  }
});
