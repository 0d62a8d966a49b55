import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { fnmatch } from '../../server/src/files/fnmatch.ts';
import { pathMatches } from '../../server/src/files/path-pattern.ts';

/** Each row: the pattern, paths that it names, paths that it does not. */
const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'modules.conf',
    ['modules.conf', 'etc/modules.conf', 'modules.conf/x'],
    ['modules.conf.d', 'x-modules.conf'],
  ],
  ['*.conf', ['a.conf', 'etc/modprobe.d/a.conf', '.conf', 'a.conf/b'], ['a.conf~']],
  ['etc/*.conf', ['etc/a.conf'], ['a.conf', 'x/etc/a.conf', 'etc/modprobe.d/a.conf']],
  ['etc', ['etc', 'etc/modules.conf', 'x/etc/modules.conf'], ['etcetera/x']],
  ['etc/', ['etc/modules.conf', 'x/etc/modules.conf'], ['etc', 'x/etc']],
  ['./etc', ['etc', 'etc/modules.conf'], ['x/etc']],
  ['/etc', ['etc', 'etc/modules.conf'], ['x/etc']],
  ['vendor/**', ['vendor/a', 'vendor/a/b'], ['vendor', 'x/vendor/a']],
  ['**/vendor', ['vendor', 'a/b/vendor', 'a/vendor/x'], ['a/vendors']],
  ['a/**/z', ['a/z', 'a/b/z', 'a/b/c/z', 'a/b/z/more'], ['a/b', 'z', 'b/a/z']],
  ['a/**/b/**/c', ['a/b/c', 'a/x/b/y/b/c'], ['a/c', 'a/b/x']],
  ['**', ['a', 'a/b'], []],
  ['[ab]?.dep', ['a1.dep', 'x/b2.dep'], ['c1.dep', 'a.dep']],
  ['a//b', ['a/b'], ['b']],
  ['*', ['a', 'a/b'], []],
];

describe('path patterns', () => {
  for (const [pattern, named, others] of cases) {
    it(pattern, () => {
      for (const path of named) assert.equal(pathMatches(pattern, path), true, path);
      for (const path of others) assert.equal(pathMatches(pattern, path), false, path);
    });
  }

  it('with a slash at the end name folders', () => {
    assert.equal(pathMatches('etc/', 'etc', true), true);
    assert.equal(pathMatches('etc/', 'etc', false), false);
  });

  it('agree with trying everything', () => {
    const name = fc.constantFrom('a', 'b', 'ab', '*', '?', '**', 'a*');
    const paths = fc.array(fc.constantFrom('a', 'b', 'ab', 'c'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 2, maxLength: 6 }), paths, (wanted, names) => {
        const ends = wanted.at(-1) === '**' ? [...wanted.slice(0, -1), '*'] : wanted;
        assert.equal(pathMatches(wanted.join('/'), names.join('/')), triesEverything(ends, names));
      }),
      { numRuns: 2000 },
    );
  });

  it('take no time that grows out of bounds', () => {
    const start = performance.now();
    pathMatches(`${'**/a*a*a*a/'.repeat(50)}x`, 'aaaaaaaaaaaaaaaaaaaaaaaab/'.repeat(200));
    assert.ok(performance.now() - start < 20_000);
  });
});

function triesEverything(wanted: readonly string[], names: readonly string[]): boolean {
  const [first, ...rest] = wanted;
  if (first === undefined) return true;
  if (first === '**')
    return names.some((_, at) => triesEverything(rest, names.slice(at))) || triesEverything(rest, []);
  return names.length > 0 && fnmatch(first, names[0]!) && triesEverything(rest, names.slice(1));
}
