import { strict as assert } from 'node:assert';
import { nearest } from '../../server/src/lint/nearest.ts';

const names = ['alias', 'options', 'probe', 'probeall', 'install', 'if'];

const cases: readonly (readonly [written: string, meant: string | undefined])[] = [
  ['option', 'options'],
  ['optoins', 'options'],
  ['ALIAS', 'alias'],
  ['alais', 'alias'],
  ['proball', 'probeall'],
  ['instal', 'install'],
  ['fi', undefined],
  ['blacklist', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
];

describe('the nearest name', () => {
  for (const [written, meant] of cases) {
    it(`of "${written.slice(0, 20)}" is ${meant}`, () => assert.equal(nearest(written, names), meant));
  }
});
