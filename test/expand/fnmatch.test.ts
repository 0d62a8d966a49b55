import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { compilePattern } from '../../server/src/expand/fnmatch.ts';

/** pattern, names that match, names that do not. */
const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['', [''], ['a']],
  ['abc', ['abc'], ['ab', 'abcd', 'ABC']],
  ['*', ['', 'a', 'abc'], []],
  ['a*', ['a', 'ab'], ['', 'ba']],
  ['*a', ['a', 'ba', 'aa'], ['ab']],
  ['a*a', ['aa', 'aba'], ['a', 'ab']],
  ['*ab*ba*', ['abba', 'xabyybaz'], ['aba', 'bab']],
  ['a**b', ['ab', 'axb'], ['a']],
  ['2.4.?', ['2.4.1'], ['2.4.', '2.4.20']],
  ['[abc]', ['a', 'b', 'c'], ['d', '', 'ab']],
  ['[a-c]x', ['ax', 'cx'], ['dx']],
  ['[!a-c]', ['d'], ['a']],
  ['[^a-c]', ['d'], ['a']],
  ['[c-a]', [], ['a', 'b', 'c']],
  ['[]a]', [']', 'a'], ['b', '[]a]']],
  ['[!]a]', ['b'], [']', 'a']],
  ['[a-]', ['a', '-'], ['b']],
  ['[', ['['], ['']],
  ['[a', ['[a'], ['a']],
  ['[[:digit:]x]', ['5', 'x'], ['d', ':', ']']],
  ['[[:nosuch:]', ['[', ':', 'n'], ['x']],
  ['\\*', ['*'], ['a', '\\*']],
  ['[\\]]', [']'], ['\\']],
  ['a\\', ['a\\'], ['a']],
  // The C locale counts bytes.
  ['?', ['a'], ['ä']],
  ['??', ['ä', '\udcff\udcfe'], ['\udcff']],
  ['ä*', ['ä', 'äb'], ['a']],
];

describe('a pattern of fnmatch(3)', () => {
  for (const [pattern, yes, no] of cases) {
    it(`${JSON.stringify(pattern)} matches ${yes.length} and refuses ${no.length}`, () => {
      const test = compilePattern(pattern);
      for (const name of yes) assert.equal(test(name), true, name);
      for (const name of no) assert.equal(test(name), false, name);
    });
  }

  it('never throws', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '[', ']', '!', '-', '\\', ':', 'é') });
    fc.assert(fc.property(text, text, (pattern, name) => typeof compilePattern(pattern)(name) === 'boolean'));
  });

  it('agrees with a plain recursive reading of * and ?', () => {
    const recursive = (pattern: string, name: string): boolean => {
      if (pattern === '') return name === '';
      if (pattern[0] === '*')
        return recursive(pattern.slice(1), name) || (name !== '' && recursive(pattern, name.slice(1)));
      return (
        name !== '' &&
        (pattern[0] === '?' || pattern[0] === name[0]) &&
        recursive(pattern.slice(1), name.slice(1))
      );
    };
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
    const name = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    fc.assert(fc.property(pattern, name, (p, n) => compilePattern(p)(n) === recursive(p, n)));
  });

  it('does not blow up on many stars', () => {
    const test = compilePattern('*a'.repeat(2000));
    assert.equal(test(`${'a'.repeat(1999)}b`), false);
  });
});
