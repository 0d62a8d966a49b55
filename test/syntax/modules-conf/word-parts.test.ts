import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { WordPart } from '../../../server/src/syntax/modules-conf/tree.ts';
import { wordParts } from '../../../server/src/syntax/modules-conf/word-parts.ts';

function outline(parts: readonly WordPart[]): string {
  return parts
    .map(({ kind, value, parts: inner }) => `${kind}:${inner ? `(${outline(inner)})` : value}`)
    .join(' ');
}

const cases: [string, string][] = [
  ['eth0', 'text:eth0'],
  ['~p/mymodules', 'tilde:~p text:/mymodules'],
  ['a~b', 'text:a text:~ text:b'],
  ['dir=~root', 'text:dir= tilde:~root'],
  ['a$B${C}d', 'text:a variable:B variable:C text:d'],
  ['$', 'text:$'],
  ['/lib/2.4.?/x*[a-z]{b,c}', 'text:/lib/2.4. glob:? text:/x glob:* glob:[a-z] brace:{b,c}'],
  ['[', 'text:['],
  ['{a}', 'text:{ text:a}'],
  ["'a b'c", 'single-quoted:a b text:c'],
  ['"x $y `z`"', 'double-quoted:(text:x  variable:y text:  command:z)'],
  ['"open', 'double-quoted:(text:open)'],
  ['"a\\"b"', 'double-quoted:(text:a escape:" text:b)'],
  ['`uname -r`', 'command:uname -r'],
  ['$(a $(b))c', 'command:a $(b) text:c'],
  ['\\$x', 'escape:$ text:x'],
  ['\\', 'text:\\'],
];

describe('the parts of a word', () => {
  for (const [word, expected] of cases) {
    it(word, () => assert.equal(outline(wordParts(word)), expected));
  }

  it('cover any word', () => {
    const unit = fc.constantFrom(
      'a',
      '$',
      '{',
      '}',
      '(',
      ')',
      '"',
      "'",
      '`',
      '\\',
      '~',
      '*',
      '[',
      ']',
      '=',
      'é',
      '\n',
      ',',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: 'binary' })), (word) => {
        let at = 0;
        for (const part of wordParts(word)) {
          assert.equal(part.start, at);
          assert.ok(part.end > part.start);
          at = part.end;
        }
        assert.equal(at, word.length);
      }),
      { numRuns: 500 },
    );
  });
});
