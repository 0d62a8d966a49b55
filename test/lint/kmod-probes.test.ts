import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import { checkFile } from '../../server/src/lint/check.ts';
import { Project } from '../../server/src/workspace/project.ts';
import { corpusDirectory, describeCorpus } from '../support/corpus.ts';

const folder = `${corpusDirectory}/expected/quirks-kmod/`;

/** What is reported in files of odd input, most of which kmod takes without a word: by line, then by rule. */
const expected: Readonly<Record<string, readonly string[]>> = {
  '01unknown': ['1 unknown-directive'],
  '02alias-noarg': ['1 missing-argument'],
  '03alias-onearg': ['1 missing-argument'],
  '04alias-three': ['1 extra-arguments-ignored'],
  '05options-noarg': ['1 missing-argument'],
  '06options-onlymod': ['1 missing-argument'],
  '07comment-mid': ['1 inline-comment', '3 blacklist-not-a-block', '3 inline-comment', '4 inline-comment'],
  '08crlf': ['1 crlf-line-ending', '3 crlf-line-ending'],
  '09cont': ['6 install-runs-shell'],
  '10cont-comment': ['1 inline-comment'],
  '11dblbackslash': ['1 backslash-dropped'],
  '12dup': [
    ...['4 options-duplicate-param', '7 blacklist-not-a-block', '9 install-runs-shell'],
    ...['10 duplicate-command-first-wins', '10 install-runs-shell'],
  ],
  '13comment-cont': ['1 comment-continuation'],
  '14leadingws': ['3 indented-comment', '4 unknown-directive'],
  '15case': ['1 directive-case'],
  '16noeol': ['2 missing-final-newline'],
  '17contEOF': ['1 backslash-dropped'],
  // Right as it is: dashes and underscores are the same.
  '18dash': ['2 blacklist-not-a-block', '5 block-helper-style'],
  '19brackets': ['1 unmatched-bracket', '2 unmatched-bracket'],
  '20softdep': [
    ...['1 missing-argument', '3 softdep-missing-section', '5 softdep-glued-colon', '5 softdep-glued-colon'],
    ...['7 module-name-suffix-or-path', '8 missing-argument'],
  ],
  '21include': ['1 deprecated-directive', '2 deprecated-directive'],
  '22quotes': [
    ...['1 options-unbalanced-quote', '2 module-name-suffix-or-path', '2 options-unbalanced-quote'],
    '3 install-runs-shell',
  ],
  '23modulesconf': [1, 2, 3, 4, 5, 6, 7].map((line) => `${line} unknown-directive`),
  '24weakdep': ['1 weakdep-needs-kmod-33', '2 missing-argument', '3 missing-argument'],
  '25blacklist': ['1 missing-argument', '2 blacklist-not-a-block', '2 extra-arguments-ignored'],
  '26install': [
    ...['1 missing-argument', '2 missing-argument', '3 missing-argument', '4 missing-argument'],
    '5 install-runs-shell',
  ],
  '27nul': ['1 nul-byte'],
  '28dotko': [1, 2, 3].map((line) => `${line} module-name-suffix-or-path`),
  // Right as far as anybody can say: names are bytes.
  '29utf8': [],
  '30nbsp': ['1 bom-or-odd-space', '2 bom-or-odd-space'],
  '31bom': ['1 bom-or-odd-space'],
  '32aliasoff': ['1 alias-off', '2 alias-off'],
  '33spaces': ['2 extra-arguments-ignored'],
  // Right as it is.
  '34onlyws': [],
  '35backslash-mid': ['1 backslash-dropped', '2 backslash-dropped'],
  '36cont-ws': ['1 backslash-dropped', '2 unknown-directive'],
  '37formfeed': ['1 bom-or-odd-space', '2 bom-or-odd-space'],
};

describeCorpus('odd input to kmod', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.conf'));

  it('is all in the table', () => {
    assert.deepEqual(
      names.map((name) => name.replace(/\.conf$/, '')),
      Object.keys(expected),
    );
  });

  for (const name of names) {
    it(`${name} is explained`, () => {
      const path = `/etc/modprobe.d/${name}`;
      const files = new MemoryFileSystem({ [path]: readFileSync(folder + name) });
      const project = new Project({ files, kernel: '6.1.0' });
      const found = checkFile(project, project.read(path), path);
      assert.deepEqual(
        found.map(({ range, rule }) => `${range.start.line + 1} ${rule}`),
        expected[name.replace(/\.conf$/, '')],
      );
    });
  }
});
