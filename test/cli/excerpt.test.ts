import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { excerpt } from '../../server/src/cli/report/excerpt.ts';
import { displayWidth } from '../../server/src/cli/report/visible.ts';

/** Each row: the line, the marked characters (from, to), what is shown, the marks. */
const cases: readonly (readonly [string, number, number, string, string])[] = [
  ['alias eth0 e100', 6, 10, 'alias eth0 e100', '      ^^^^'],
  ['keep', 0, 4, 'keep', '^^^^'],
  ['keep', 4, 4, 'keep', '    ^'],
  ['a b', 1, 1, 'a b', ' ^'],
  ['', 0, 0, '', '^'],
  ['\tkeep', 1, 5, '        keep', '        ^^^^'],
  ['ab\tkeep', 2, 3, 'ab      keep', '  ^^^^^^'],
  ['網路 x', 0, 2, '網路 x', '^^^^'],
  ['網路 x', 3, 4, '網路 x', '     ^'],
  ['e\u0301 x', 3, 4, 'e\u0301 x', '  ^'],
  ['😀 x', 3, 4, '😀 x', '   ^'],
  ['a\x1bb', 1, 2, 'a\\x1bb', ' ^^^^'],
  ['a\udcffb', 2, 3, 'a\\xffb', '     ^'],
  ['crlf\r', 0, 4, 'crlf', '^^^^'],
  ['crlf\r', 4, 5, 'crlf\\r', '    ^^'],
  [`${'x'.repeat(50)} yz`, 51, 53, '…xxxxxxxxx yz', '           ^^'],
  [`ab ${'x'.repeat(50)}`, 0, 2, 'ab xxxxxxxxxxxxxxxxxxxxxxxxxx…', '^^'],
  [`ab ${'x'.repeat(50)}`, 3, 53, 'ab xxxxxxxxxxxxxxxxxxxxxxxxxx…', '   ^^^^^^^^^^^^^^^^^^^^^^^^^^'],
];

describe('the excerpt of a source line', () => {
  for (const [line, from, to, source, marks] of cases) {
    it(`shows ${JSON.stringify(line)} from ${from} to ${to}`, () => {
      const range = { start: { line: 1, character: from }, end: { line: 1, character: to } };
      assert.deepEqual(excerpt(line, range, 30), { source, marks });
    });
  }

  it('marks a range over several lines to the end of its first', () => {
    const range = { start: { line: 0, character: 8 }, end: { line: 1, character: 4 } };
    assert.deepEqual(excerpt('options a \\', range, 30), { source: 'options a \\', marks: '        ^^^' });
  });

  it('is never wider than it may be and shows where the range begins', () => {
    const units = fc.constantFrom('a', ' ', '\t', '\x1b', '網', '😀', '\u0301', '\udcff', '\ud800');
    const text = fc.array(units, { maxLength: 80 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(100), fc.nat(100), fc.integer({ min: 20, max: 60 }), (line, a, b, width) => {
        const [from, to] = [a, b].map((at) => Math.min(at, line.length)).sort((x, y) => x - y);
        const range = { start: { line: 0, character: from! }, end: { line: 0, character: to! } };
        const { source, marks } = excerpt(line, range, width);
        assert.ok(displayWidth(source) <= width, source);
        assert.ok(displayWidth(marks) <= width + 1, marks);
        assert.match(marks, /^ *\^+$/);
        assert.doesNotMatch(source, /[\x00-\x1f\x7f-\x9f\u202a-\u202e]/);
      }),
    );
  });
});
