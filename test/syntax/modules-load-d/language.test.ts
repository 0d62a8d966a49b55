import { strict as assert } from 'node:assert';
import { modulesLoadD } from '../../../server/src/syntax/modules-load-d/language.ts';
import { SourceDocument } from '../../../server/src/text/source-document.ts';
import { obeysTheLaws } from '../../support/line-language-laws.ts';

function outline(text: string): string[] {
  return SourceDocument.parse(text, modulesLoadD).lines.map(({ raw, tree }) => {
    if (tree.kind === 'comment') return `comment ${tree.marker}`;
    if (tree.kind === 'empty') return 'empty';
    const { span, text: name } = tree.name;
    assert.equal(raw.slice(span.start, span.end), name);
    return `${name}: ${tree.words.map((word) => word.text).join(',')}`;
  });
}

const cases: [string, string, ...string[]][] = [
  ['a name', 'loop\n', 'loop: loop'],
  ['white space around it', ' \tloop \r\n', 'loop: loop'],
  ['several words', ' loop max_loop=8  # x ', 'loop max_loop=8  # x: loop,max_loop=8,#,x'],
  ['comments', '#a\n ;b', 'comment #', 'comment ;'],
  ['nothing', '\n \r\n', 'empty', 'empty'],
  ['no continuation', 'a \\\nb', 'a \\: a,\\', 'b: b'],
];

describe('modules-load.d', () => {
  for (const [title, text, ...expected] of cases) {
    it(`reads ${title}`, () => assert.deepEqual(outline(text), expected));
  }

  obeysTheLaws(modulesLoadD, ['loop', ' ', '\t', '\n', '\r\n', '#', ';', '\\', '\0', 'é']);
});
