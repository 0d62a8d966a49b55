import { strict as assert } from 'node:assert';
import { readSettings } from '../../server/src/lsp/settings.ts';

const unset = { root: undefined, kernel: undefined, lint: { severities: {}, profiles: [] }, exclude: [] };

describe('the settings of an editor', () => {
  it('are read', () => {
    const section = {
      root: '/mnt/image',
      kernel: '2.4.20',
      profiles: ['cis'],
      rules: { 'alias-overridden': 'off', 'path-without-keep': 'error' },
      exclude: ['**/vendor/**'],
    };
    assert.deepEqual(readSettings(section), {
      root: '/mnt/image',
      kernel: '2.4.20',
      lint: {
        severities: { 'alias-overridden': 'off', 'path-without-keep': 'error' },
        profiles: ['cis'],
      },
      exclude: ['**/vendor/**'],
    });
  });

  for (const [what, section] of Object.entries<unknown>({
    'nothing at all': undefined,
    null: null,
    'a list': ['root'],
    'empty texts': { root: '', kernel: '' },
    'values of other types': { root: 1, kernel: {}, profiles: 'cis', rules: [], exclude: { a: 1 } },
    'items of other types': { profiles: [1], rules: { x: 'fatal', y: 2 }, exclude: [null] },
  }))
    it(`are as if they were not set where they are ${what}`, () => {
      assert.deepEqual(readSettings(section), unset);
    });
});
