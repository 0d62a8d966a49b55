import assert from 'node:assert/strict';
import { matchesPath } from '../../server/src/lsp/glob-paths.ts';

const cases: readonly (readonly [pattern: string, path: string, matches: boolean])[] = [
  ['**/vendor/**', '/home/a/vendor/etc/modules.conf', true],
  ['**/vendor/**', '/home/a/vendors/etc/modules.conf', false],
  ['vendor/**', '/home/vendor/x', true],
  ['*.conf', '/etc/modprobe.d/a.conf', true],
  ['*.conf', '/etc/a.conf/b', false],
  ['/etc/*.conf', '/etc/a.conf', true],
  ['/etc/*.conf', '/root/etc/a.conf', false],
  ['/etc/**', '/etc', true],
  ['/etc/**/x', '/etc/x', true],
  ['/etc/**/x', '/etc/a/b/x', true],
  ['/etc/**/x', '/etc/a/b/y', false],
  ['**', '/anything', true],
  ['', '/anything', true],
  ['modules.dep?', '/lib/modules/1/modules.dep', false],
];

describe('patterns of paths', () => {
  for (const [pattern, path, matches] of cases) {
    it(`${pattern || 'nothing'} ${matches ? 'matches' : 'does not match'} ${path}`, () => {
      assert.equal(matchesPath(pattern, path), matches);
    });
  }

  it('take no more time for stars', () => {
    const path = `/${'a/'.repeat(2000)}b`;
    assert.equal(matchesPath(`${'**/a/'.repeat(200)}c`, path), false);
  });
});
