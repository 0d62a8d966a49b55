import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { modulesDep } from '../../../server/src/syntax/modules-dep/language.ts';
import { type EntryLine, generationOf } from '../../../server/src/syntax/modules-dep/tree.ts';
import { decode } from '../../../server/src/text/encoding.ts';
import { SourceDocument } from '../../../server/src/text/source-document.ts';
import { corpusDirectory, describeCorpus } from '../../support/corpus.ts';

const parse = (text: string) => SourceDocument.parse(text, modulesDep);

/** Each entry as `target [generation, what is wrong] dependencies`, blank lines as `-`. */
function outline(text: string): string[] {
  return parse(text).lines.map(({ tree }) => {
    if (tree.kind === 'empty') return '-';
    const notes = [tree.generation ?? 'bare', tree.malformed].filter((note) => note !== undefined);
    return [tree.target.text, `[${notes.join(', ')}]`, ...tree.dependencies.map((word) => word.text)].join(
      ' ',
    );
  });
}

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['a modern line', 'kernel/a.ko: kernel/b.ko kernel/c.ko\n', ['kernel/a.ko [2.6] kernel/b.ko kernel/c.ko']],
  ['no dependencies', 'kernel/a.ko.xz:\nkernel/b.ko.zst:', ['kernel/a.ko.xz [2.6]', 'kernel/b.ko.zst [2.6]']],
  [
    'a continued line',
    '/m/a.o:\t/m/b.o \\\n\t/m/c.o\n\n/m/b.o:\n',
    ['/m/a.o [2.4] /m/b.o /m/c.o', '-', '/m/b.o [2.4]'],
  ],
  ['comments', '# made by depmod\n/m/a.o: /m/b.o # why\n', ['-', '/m/a.o [2.4] /m/b.o']],
  ['no comment in a modern line', 'a.ko: b.ko # why\n', ['a.ko [2.6] b.ko # why']],
  ['no continuation of a modern line', 'a.ko: b.ko \\\nc.ko:\n', ['a.ko [2.6] b.ko \\', 'c.ko [2.6]']],
  ['leading white space', ' /m/a.ko:\n \n\ta.o: b.o\n', ['/m/a.ko [2.6]', '-', 'a.o [2.4] b.o']],
  ['white space before the colon', 'a.o : b.o\n', ['a.o [2.4, space-before-colon] b.o']],
  ['no colon', 'a.ko b.ko\n/m/a\n', ['a.ko [2.6, no-colon] b.ko', '/m/a [2.4, no-colon]']],
  ['a colon that comes too late', 'a.o b.o: c.o\n', ['a.o [2.4, no-colon] b.o: c.o']],
  ['nothing before the colon', ': a.o\n', [' [bare] a.o']],
  ['bare names', 'ppp:\tslhc\n', ['ppp [bare] slhc']],
  ['a carriage return', 'a.ko: b.ko\r\na.o: \\\r\n b.o\r\n', ['a.ko [2.6] b.ko', 'a.o [2.4] b.o']],
  ['glued dependencies', 'a.o:b.o\n', ['a.o [2.4] b.o']],
];

describe('modules.dep', () => {
  for (const [title, text, expected] of cases) it(title, () => assert.deepEqual(outline(text), expected));

  it('says where the words and the colon stand in what is written', () => {
    const raw = '/m/a.o :\t/m/b.o \\ # why\n    /m/c.o\n';
    const { tree } = parse(raw).lines[0]!;
    const entry = tree as EntryLine;
    for (const word of [entry.target, ...entry.dependencies])
      assert.equal(raw.slice(word.span.start, word.span.end), word.text);
    assert.deepEqual(entry.colon, { start: raw.indexOf(':'), end: raw.indexOf(':') + 1 });
  });

  it('knows the generation of a path', () => {
    for (const [path, generation] of [
      ['kernel/a.ko', '2.6'],
      ['/lib/modules/2.6.0/a.ko.gz', '2.6'],
      ['/lib/modules/2.4.20/a.o', '2.4'],
      ['a.o.gz', '2.4'],
      ['misc/a.mod', '2.4'],
      ['/etc/passwd', '2.4'],
      ['ppp', undefined],
      ['a.ko.tmp', undefined],
    ] as const) {
      assert.equal(generationOf(path), generation, path);
    }
  });

  it('loses nothing of any text, and an edit gives what reading anew gives', () => {
    const piece = fc.constantFrom('a.ko', '/m/b.o', ':', ' ', '\t', '\\', '\n', '\r\n', '#', 'x', '\uDC80');
    const text = fc.array(piece, { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, fc.nat(40), fc.nat(10), (before, inserted, start, length) => {
        const document = parse(before);
        assert.equal(document.lines.map((line) => line.raw).join(''), before);
        const at = Math.min(start, before.length);
        const end = Math.min(at + length, before.length);
        const edited = document.edit({ span: { start: at, end }, newText: inserted });
        const again = parse(before.slice(0, at) + inserted + before.slice(end));
        assert.deepEqual(edited.lines, again.lines);
      }),
      { numRuns: 1000 },
    );
  });
});

describeCorpus('modules.dep of real machines', () => {
  const files = [
    ...readdirSync(join(corpusDirectory, 'modules.dep-24'))
      .filter((name) => name.endsWith('.dep'))
      .map((name) => join(corpusDirectory, 'modules.dep-24', name)),
    ...readdirSync(join(corpusDirectory, 'trees')).map((version) =>
      join(corpusDirectory, 'trees', version, 'lib/modules', version, 'modules.dep'),
    ),
  ];

  it('has nothing malformed, and every word of the file stands in the tree', () => {
    assert.ok(files.length > 5);
    for (const path of files) {
      const text = decode(readFileSync(path));
      const words = parse(text).lines.flatMap(({ tree }) => {
        if (tree.kind === 'empty') return [];
        assert.equal(tree.malformed, undefined, path);
        return [tree.target.text, ...tree.dependencies.map((word) => word.text)];
      });
      const plain = text.replaceAll('\\\n', ' ').replaceAll(':', ' ').split(/\s+/).filter(Boolean);
      assert.deepEqual(words, plain, path);
    }
  });
});
