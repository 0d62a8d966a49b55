import { strict as assert } from 'node:assert';
import { depmodD } from '../../../server/src/syntax/depmod-d/language.ts';
import { SourceDocument } from '../../../server/src/text/source-document.ts';
import { obeysTheLaws } from '../../support/line-language-laws.ts';

function outline(text: string): string[] {
  return SourceDocument.parse(text, depmodD).lines.map(({ tree }) => {
    if (tree.kind !== 'command') return tree.kind;
    const words = tree.words.map((word) => word.text).join(',');
    return `${tree.directive ?? `?${tree.command.text}`}|${words}${tree.fault ? `!${tree.fault}` : ''}`;
  });
}

const cases: [string, string, ...string[]][] = [
  ['search', 'search updates  extra built-in', 'search|updates,extra,built-in'],
  ['override', 'override m 6.1 extra\noverride m *', 'override|m,6.1,extra', 'override|m,*!missing-argument'],
  ['external', 'external * /x /y\nexternal *', 'external|*,/x,/y', 'external|*!missing-argument'],
  ['exclude', 'exclude a b\nexclude', 'exclude|a,b', 'exclude|'],
  [
    'what does nothing',
    'include /x\nmake_map_files no',
    'include|/x!not-implemented',
    'make_map_files|no!not-implemented',
  ],
  ['what is unknown', 'Search a\nsearches', '?Search|a!unknown-command', '?searches|!unknown-command'],
  ['comments and blanks', '#a\n  \n #b', 'comment', 'empty', '?#b|!unknown-command'],
  ['a continuation', 'sea\\\nrch a\\\n b', 'search|a,b'],
];

describe('depmod.d', () => {
  for (const [title, text, ...expected] of cases) {
    it(`reads ${title}`, () => assert.deepEqual(outline(text), expected));
  }

  obeysTheLaws(depmodD, [
    'search ',
    'override ',
    'external',
    'm ',
    '* ',
    '#',
    '\\',
    '\n',
    ' ',
    '\t',
    '\r',
    '\0',
    'é',
  ]);
});
