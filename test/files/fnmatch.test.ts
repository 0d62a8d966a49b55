import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { type FnmatchOptions, fnmatch, literalPrefixLength } from '../../server/src/files/fnmatch.ts';

/** What glibc 2.36 answered: pattern, texts that match, texts that do not. */
const answers: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['', [''], ['a']],
  ['abc', ['abc'], ['ab', 'abcd', 'Abc', '']],
  ['*', ['', 'a', 'a/b', '.x'], []],
  ['a*c', ['ac', 'abc', 'accc', 'a/c'], ['acb', 'bac']],
  ['pci:v*sv*', ['pci:v1sv2', 'pci:vsv', 'pci:v1sv2sv3'], ['pci:v1s2']],
  ['?', ['a', '*', '/'], ['', 'ab', 'é']],
  ['??', ['é'], ['€']],
  ['*é?', ['aéb'], ['aé', 'éé']],
  ['[ab]x', ['ax', 'bx'], ['cx', 'x', 'abx']],
  ['[!ab]', ['c', '!'], ['a', 'b', '']],
  ['[^ab]', ['c', '^'], ['a', 'b']],
  ['[a-cx-z]', ['a', 'b', 'c', 'y'], ['d', 'w', '-']],
  ['[c-a]', [], ['a', 'b', 'c']],
  ['[a-]', ['a', '-'], ['b']],
  ['[-a]', ['a', '-'], ['b']],
  ['[]a]', [']', 'a'], ['[']],
  ['[!]a]', ['b'], [']', 'a']],
  ['[]-a]', [']', '^', '_', '`', 'a'], ['b', '[']],
  ['[[:digit:]a-c]', ['0', '9', 'b'], ['d', ':', '[']],
  ['[![:alpha:][:space:]]', ['1', '-'], ['a', 'Z', ' ', '\t']],
  ['[[:upper:]][[:lower:]][[:xdigit:]][[:punct:]]', ['Aaf!'], ['aaf!', 'Aag!', 'Aafa']],
  ['[[:blank:]][[:cntrl:]][[:graph:]][[:print:]][[:alnum:]]', ['\t\x01! z'], ['\n\x01! z', ' \x01  z']],
  ['[[:frob:]]', [], ['f', ':', ']']],
  ['[[:frob]', ['[', ':', 'f'], ['x']],
  ['[[.a.]-c]', ['a', 'b', 'c'], ['.', 'd']],
  ['[[=a=]]', ['a'], ['=', 'b']],
  ['[\\]a]', [']', 'a'], ['\\']],
  ['[\\a-\\c]', ['a', 'b', 'c'], ['\\']],
  ['[ab', ['[ab'], ['a', 'b']],
  ['[', ['['], ['', 'a']],
  ['[a-', [], ['[a-', 'a']],
  ['x[', ['x['], ['x']],
  ['\\*', ['*'], ['a', '\\*']],
  ['\\\\', ['\\'], ['\\\\']],
  ['\\a', ['a'], ['\\a']],
  ['a\\', [], ['a', 'a\\']],
  [']', [']'], ['']],
  ['[\uDCE9]', ['\uDCE9'], ['é', 'e']],
];

/** The same with flags. */
const withOptions: readonly (readonly [FnmatchOptions, string, readonly string[], readonly string[]])[] = [
  [{ pathname: true }, '*', ['', 'ab', '.a'], ['a/b', '/']],
  [{ pathname: true }, 'a?b', ['axb'], ['a/b']],
  [{ pathname: true }, 'a[!x]b', ['ayb'], ['a/b', 'axb']],
  [{ pathname: true }, '*/*.o', ['a/b.o', '/.o'], ['a/b/c.o', 'b.o']],
  [{ period: true }, '*a', ['a', 'ba', 'b.a'], ['.a']],
  [{ period: true }, '?a', ['xa'], ['.a']],
  [{ period: true }, '[.]a', [], ['.a']],
  [{ period: true }, '.*', ['.', '.a', '..'], ['a']],
  [{ period: true }, '*/*', ['a/.b'], ['.a/b']],
  [{ period: true, pathname: true }, '*/*', ['a/b', 'a/'], ['a/.b', '.a/b']],
];

describe('fnmatch', () => {
  for (const [pattern, yes, no] of answers) {
    it(`answers as glibc for ${JSON.stringify(pattern)}`, () => {
      for (const text of yes) assert.equal(fnmatch(pattern, text), true, `should match ${text}`);
      for (const text of no) assert.equal(fnmatch(pattern, text), false, `should not match ${text}`);
    });
  }

  for (const [options, pattern, yes, no] of withOptions) {
    it(`answers as glibc for ${pattern} with ${Object.keys(options).join(' and ')}`, () => {
      for (const text of yes) assert.equal(fnmatch(pattern, text, options), true, `should match ${text}`);
      for (const text of no) assert.equal(fnmatch(pattern, text, options), false, `should not match ${text}`);
    });
  }

  it('agrees with a definition that tries everything', () => {
    const pieces = ['a', 'b', '/', '.', '*', '*', '?', '[ab]', '[!a]', '[a-c]', '\\*', '[[:punct:]]'];
    const pattern = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '/', '.', '*'), maxLength: 8 });
    const options = fc.record({ pathname: fc.boolean(), period: fc.boolean() });
    fc.assert(
      fc.property(pattern, text, options, (glob, name, flags) => {
        assert.equal(fnmatch(glob, name, flags), naive(glob, name, 0, flags));
      }),
      { numRuns: 3000 },
    );
  });

  it('answers any text without throwing', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...'[]!^-\\:.=*?aé\uDC80'), maxLength: 12 });
    fc.assert(fc.property(nasty, nasty, (glob, name) => typeof fnmatch(glob, name) === 'boolean'));
  });

  it('tries only the last star again', () => {
    // Trying every star again would take more steps than there are atoms.
    assert.equal(fnmatch(`${'a*'.repeat(30)}b`, 'a'.repeat(2000)), false);
  });
});

describe('literalPrefixLength', () => {
  it('stops at the first special character', () => {
    for (const [pattern, length] of [
      ['', 0],
      ['snd_pcm', 7],
      ['usb:v*', 5],
      ['a?', 1],
      ['[a]', 0],
      ['a\\*', 1],
      ['a]b', 3],
    ] as const) {
      assert.equal(literalPrefixLength(pattern), length, pattern);
    }
  });
});

/** fnmatch by its definition: a star tries every length. Only for elements that the generator makes. */
function naive(pattern: string, text: string, at: number, options: FnmatchOptions): boolean {
  if (pattern === '') return at === text.length;
  const unit = text[at];
  const leading =
    options.period === true &&
    unit === '.' &&
    (at === 0 || (options.pathname === true && text[at - 1] === '/'));
  const slash = options.pathname === true && unit === '/';
  if (pattern.startsWith('*')) {
    if (leading) return false;
    if (naive(pattern.slice(1), text, at, options)) return true;
    return unit !== undefined && !slash && naive(pattern, text, at + 1, options);
  }
  if (unit === undefined) return false;
  const sets: Readonly<Record<string, RegExp>> = {
    '?': /^/,
    '[ab]': /[ab]/,
    '[!a]': /[^a]/,
    '[a-c]': /[a-c]/,
    '[[:punct:]]': /[/.*]/,
  };
  for (const [set, test] of Object.entries(sets)) {
    if (!pattern.startsWith(set)) continue;
    return !leading && !slash && test.test(unit) && naive(pattern.slice(set.length), text, at + 1, options);
  }
  const escaped = pattern.startsWith('\\');
  const literal = escaped ? pattern[1] : pattern[0];
  return literal === unit && naive(pattern.slice(escaped ? 2 : 1), text, at + 1, options);
}
