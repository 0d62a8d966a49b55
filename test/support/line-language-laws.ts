import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { type LineLanguage, SourceDocument } from '../../server/src/text/source-document.ts';

/** Every span that a tree holds, however deep, as `start-end`; words make theirs when asked. */
function spansOf(value: unknown, found: string[] = [], depth = 0): string[] {
  if (typeof value !== 'object' || value === null || depth > 6) return found;
  if ('span' in value) {
    const { start, end } = value.span as { start: number; end: number };
    found.push(`${start}-${end}`);
  }
  for (const inner of Object.values(value)) spansOf(inner, found, depth + 1);
  return found;
}

/**
 * Tests what every language of lines promises, on random texts put together from `pieces`: no text is lost, spans lie in
 * their line, and edits give what a fresh parse gives.
 */
export function obeysTheLaws<Tree>(language: LineLanguage<Tree>, pieces: readonly string[]): void {
  const unit = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 }));
  const text = fc.array(unit, { maxLength: 40 }).map((parts) => parts.join(''));

  it('loses no text, and every span lies in its line', () => {
    fc.assert(
      fc.property(text, (source) => {
        const document = SourceDocument.parse(source, language);
        assert.equal(document.lines.map(({ raw }) => raw).join(''), source);
        for (const { raw, tree } of document.lines) {
          for (const span of spansOf(tree)) {
            const [start, end] = span.split('-').map(Number) as [number, number];
            assert.ok(0 <= start && start <= end && end <= raw.length, `${span} in ${JSON.stringify(raw)}`);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives after edits what a fresh parse gives', () => {
    const edit = fc.record({ at: fc.nat(), length: fc.nat(12), newText: fc.oneof(unit, text) });
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 5 }), (source, edits) => {
        let document = SourceDocument.parse(source, language);
        for (const { at, length, newText } of edits) {
          const start = at % (document.length + 1);
          document = document.edit({
            span: { start, end: Math.min(start + length, document.length) },
            newText,
          });
          const fresh = SourceDocument.parse(document.text, language);
          assert.deepEqual(
            document.lines.map(({ raw }) => raw),
            fresh.lines.map(({ raw }) => raw),
          );
          document.lines.forEach((line, index) => {
            assert.deepEqual(line.tree, fresh.lines[index]!.tree);
            assert.equal(document.loaderLineNumber(index), fresh.loaderLineNumber(index));
          });
        }
      }),
      { numRuns: 300 },
    );
  });
}
