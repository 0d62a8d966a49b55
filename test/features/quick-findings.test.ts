import assert from 'node:assert/strict';
import { findingsOf } from '../../server/src/features/findings.ts';
import { moved, quickFindings } from '../../server/src/features/quick-findings.ts';
import type { Diagnostic } from '../../server/src/lint/diagnostic.ts';
import { modulesConf } from '../../server/src/syntax/modules-conf/language.ts';
import { SourceDocument } from '../../server/src/text/source-document.ts';
import { snapshotOf } from '../support/snapshot.ts';

/** The findings as `rule line:from-to`. */
function shown(findings: readonly Diagnostic[]): string[] {
  return findings.map(
    ({ rule, range: { start, end } }) =>
      `${rule} ${start.line}:${start.character}-${end.line}:${end.character}`,
  );
}

describe('findings that are taken over', () => {
  const text = 'alias a b c\nfrobnicate x\nalias d e f\n';
  const before = findingsOf(snapshotOf(text));

  it('are those of the whole configuration, with fresh ones of the lines', () => {
    const changed = snapshotOf('alias a b\nfrobnicate x\nalias d e f g\n');
    assert.deepEqual(shown(before), [
      'alias-extra-words 0:10-0:11',
      'unknown-directive 1:0-1:10',
      'alias-extra-words 2:10-2:11',
    ]);
    const whole = shown(findingsOf(changed));
    assert.deepEqual(shown(quickFindings(changed, before)), whole);
  });

  const cases: readonly {
    readonly title: string;
    readonly at: readonly [number, number, number, number];
    readonly text: string;
    readonly gives: readonly string[];
  }[] = [
    {
      title: 'before, in the line',
      at: [1, 0, 1, 0],
      text: '  ',
      gives: ['0:10-0:11', '1:2-1:12', '2:10-2:11'],
    },
    { title: 'inside', at: [1, 4, 1, 4], text: 'xy', gives: ['0:10-0:11', '1:0-1:12', '2:10-2:11'] },
    {
      title: 'behind, in the line',
      at: [1, 11, 1, 12],
      text: 'yy',
      gives: ['0:10-0:11', '1:0-1:10', '2:10-2:11'],
    },
    {
      title: 'new lines before',
      at: [0, 0, 0, 0],
      text: '# x\n# y\n',
      gives: ['2:10-2:11', '3:0-3:10', '4:10-4:11'],
    },
    { title: 'a line taken away', at: [0, 0, 1, 0], text: '', gives: ['0:0-0:0', '0:0-0:10', '1:10-1:11'] },
    {
      title: 'the middle of a line broken',
      at: [1, 4, 1, 4],
      text: '\n',
      gives: ['0:10-0:11', '1:0-2:6', '3:10-3:11'],
    },
    {
      title: 'all of it replaced',
      at: [1, 0, 1, 10],
      text: 'alias',
      gives: ['0:10-0:11', '1:0-1:5', '2:10-2:11'],
    },
  ];
  for (const {
    title,
    at: [line, character, endLine, endCharacter],
    text: newText,
    gives,
  } of cases) {
    it(`stand where they belong: ${title}`, () => {
      const range = { start: { line, character }, end: { line: endLine, character: endCharacter } };
      const found = shown(moved(before, { range, text: newText })).map((place) => place.split(' ')[1]);
      assert.deepEqual(found, gives);
    });
  }

  it('keep a fix that the change does not touch, where it belongs', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const [first] = moved(before, { range, text: 'add ' });
    assert.deepEqual(first?.fix?.edits, [
      { range: { start: { line: 0, character: 13 }, end: { line: 0, character: 15 } }, newText: '' },
    ]);
    const touching = { start: { line: 0, character: 10 }, end: { line: 0, character: 10 } };
    assert.equal(moved(before, { range: touching, text: 'x' })[0]?.fix, undefined);
  });

  it('have the same places as in the changed text', () => {
    const change = {
      range: { start: { line: 0, character: 5 }, end: { line: 1, character: 0 } },
      text: ' x y z\n\n#\n',
    };
    const document = SourceDocument.parse(text, modulesConf);
    const span = { start: document.offsetAt(change.range.start), end: document.offsetAt(change.range.end) };
    const after = document.edit({ span, newText: change.text }).text.split('\n');
    const last = moved(before, change).at(-1)!.range;
    assert.equal(after[last.start.line]!.slice(last.start.character, last.end.character), 'f');
  });
});
