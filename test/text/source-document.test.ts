import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { modulesConf } from '../../server/src/syntax/modules-conf/language.ts';
import { SourceDocument } from '../../server/src/text/source-document.ts';

const parse = (text: string) => SourceDocument.parse(text, modulesConf);

/** Long enough for several chunks of lines. */
const long = Array.from({ length: 3000 }, (_, index) =>
  index % 7 === 0 ? `options m${index} a=1 \\\n  b=2\n` : `alias a${index} b${index}\n`,
).join('');

describe('a document of lines', () => {
  it('counts offsets and positions through chunks', () => {
    const document = parse(long);
    assert.equal(document.length, long.length);
    assert.equal(document.lineCount, 3000);
    const physical = long.split('\n');
    let start = 0;
    physical.forEach((text, line) => {
      const end = { line, character: text.length };
      assert.deepEqual(document.positionAt(start), { line, character: 0 });
      assert.deepEqual(document.positionAt(start + text.length), end);
      assert.equal(document.offsetAt(end), start + text.length);
      assert.equal(document.offsetAt({ line, character: 9999 }), start + text.length);
      start += text.length + 1;
    });
  });

  it('clamps what lies outside', () => {
    const document = parse('alias a b\r\nkeep');
    assert.equal(document.offsetAt({ line: 0, character: 99 }), 9);
    assert.equal(document.offsetAt({ line: 99, character: 0 }), document.length);
    assert.equal(document.offsetAt({ line: -1, character: 5 }), 0);
    assert.deepEqual(document.positionAt(-5), { line: 0, character: 0 });
    assert.deepEqual(document.positionAt(99), { line: 1, character: 4 });
    assert.deepEqual(parse('').positionAt(3), { line: 0, character: 0 });
    assert.equal(parse('').offsetAt({ line: 3, character: 1 }), 0);
  });

  it('numbers lines as the loaders do, by the last physical line', () => {
    const document = parse('alias a b\noptions m \\\n a=1 \\\n b=2\nkeep\n');
    assert.deepEqual(
      [0, 1, 2].map((index) => document.loaderLineNumber(index)),
      [1, 4, 5],
    );
    assert.deepEqual(
      [0, 1, 2].map((index) => document.firstPhysicalLine(index)),
      [0, 1, 4],
    );
  });

  it('after edits anywhere is what a fresh parse gives', () => {
    const newText = fc.constantFrom('', 'x', '\n', ' \\\n', 'keep\nkeep\n', 'alias q r\n'.repeat(700));
    const edit = fc.record({ at: fc.nat(long.length), length: fc.oneof(fc.nat(5), fc.nat(30000)), newText });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let document = parse(long);
        let text = long;
        for (const { at, length, newText } of edits) {
          const span = { start: Math.min(at, text.length), end: Math.min(at + length, text.length) };
          document = document.edit({ span, newText });
          text = text.slice(0, span.start) + newText + text.slice(span.end);
        }
        const fresh = parse(text);
        assert.equal(document.text, text);
        assert.deepEqual(
          document.lines.map((line) => line.raw),
          fresh.lines.map((line) => line.raw),
        );
        for (let index = 0; index < fresh.lineCount; index += 97) {
          assert.equal(document.startOf(index), fresh.startOf(index));
          assert.equal(document.loaderLineNumber(index), fresh.loaderLineNumber(index));
          assert.equal(document.lineIndexAt(fresh.startOf(index)), index);
        }
      }),
      { numRuns: 40 },
    );
  });
});
