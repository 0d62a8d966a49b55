import { strict as assert } from 'node:assert';
import type { Diagnostic, Fix } from '../../server/src/lint/diagnostic.ts';
import { applyFixes, fixInRounds } from '../../server/src/lint/fixes.ts';

type Edit = readonly [line: number, from: number, to: number, newText: string];

function diagnostic(safety: Fix['safety'], ...edits: readonly Edit[]): Diagnostic {
  const place = { line: 0, character: 0 };
  return {
    path: 'f',
    language: 'modules.conf',
    rule: 'r',
    severity: 'warning',
    message: '',
    range: { start: place, end: place },
    fix: {
      title: '',
      safety,
      edits: edits.map(([line, from, to, newText]) => ({
        range: { start: { line, character: from }, end: { line, character: to } },
        newText,
      })),
    },
  };
}

const cases: readonly (readonly [
  title: string,
  text: string,
  fixes: readonly Diagnostic[],
  result: string,
])[] = [
  [
    'applies several in any order',
    'abc\ndef\n',
    [diagnostic('safe', [1, 0, 1, 'D']), diagnostic('safe', [0, 2, 3, ''])],
    'ab\nDef\n',
  ],
  ['leaves unsafe ones', 'abc', [diagnostic('unsafe', [0, 0, 1, 'x'])], 'abc'],
  [
    'takes what touches',
    'abc',
    [diagnostic('safe', [0, 0, 1, 'x']), diagnostic('safe', [0, 1, 2, 'y'])],
    'xyc',
  ],
  [
    'leaves what overlaps',
    'abc',
    [diagnostic('safe', [0, 0, 2, 'x']), diagnostic('safe', [0, 1, 3, 'y'])],
    'xc',
  ],
  [
    'leaves what is inside',
    'abc',
    [diagnostic('safe', [0, 0, 3, 'x']), diagnostic('safe', [0, 1, 2, 'y'])],
    'x',
  ],
  [
    'leaves a second insertion',
    'abc',
    [diagnostic('safe', [0, 1, 1, 'x']), diagnostic('safe', [0, 1, 1, 'y'])],
    'axbc',
  ],
  [
    'leaves a fix of which one edit does not fit',
    'abc',
    [diagnostic('safe', [0, 0, 1, 'x']), diagnostic('safe', [0, 0, 1, 'y'], [0, 2, 3, 'z'])],
    'xbc',
  ],
  ['counts carriage returns as characters', 'a\r\nb', [diagnostic('safe', [0, 1, 2, ''])], 'a\nb'],
];

describe('fixes', () => {
  for (const [title, text, fixes, result] of cases) {
    it(title, () => assert.equal(applyFixes(text, fixes).text, result));
  }

  it('apply unsafe ones with consent', () => {
    const result = applyFixes('abc', [diagnostic('unsafe', [0, 0, 1, 'x'])], { unsafe: true });
    assert.deepEqual([result.text, result.applied.length], ['xbc', 1]);
  });

  it('go on in rounds until nothing is left', () => {
    const shorten = (text: string) => (text.length > 1 ? [diagnostic('safe', [0, 0, 1, ''])] : []);
    const result = fixInRounds('abcd', shorten);
    assert.deepEqual([result.text, result.applied.length], ['d', 3]);
  });

  it('end where two undo each other', () => {
    const flip = (text: string) => [diagnostic('safe', [0, 0, 1, text === 'a' ? 'b' : 'a'])];
    assert.match(fixInRounds('a', flip).text, /^[ab]$/);
  });
});
