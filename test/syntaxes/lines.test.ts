import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type LanguageId, languageIds } from '../../server/src/syntax/language.ts';
import { decode } from '../../server/src/text/encoding.ts';
import { parseDocument } from '../../server/src/workspace/languages.ts';
import { corpusDirectory, describeCorpus } from '../support/corpus.ts';
import { editorLines, grammarOf, type TokenizedLine, tokenize } from './grammars.ts';

const directive = /^(?:keyword\.(?:other\.directive|control)|invalid\.deprecated\.directive)\./;

/** What a logical line is to the reader of its language: for how many physical ones it stands, and whether it is known. */
interface ReadLine {
  readonly physicalLines: number;
  /** Undefined where the language has no directives. */
  readonly known: boolean | undefined;
}

function readLines(text: string, language: LanguageId): ReadLine[] {
  return parseDocument(text, language).lines.map(({ physicalLines, tree }) => {
    const { directive } = tree as { readonly directive?: string | undefined };
    const known =
      language === 'modules.dep' || language === 'modules-load.d' ? undefined : directive !== undefined;
    return { physicalLines, known };
  });
}

/** A physical line that leaves the logical one blank. */
const kmodBlank = /^[ \t]*\\?$/;
const blank: Readonly<Record<LanguageId, RegExp>> = {
  'modules.conf': /^[ \t\v\f\r]*\\?[ \t\v\f\r]*(?:#.*)?$/,
  'modules.dep': /^[ \t\v\f\r]*(?:#.*)?$/,
  'modprobe.d': kmodBlank,
  'modules-load.d': kmodBlank,
  'depmod.d': kmodBlank,
};

/** The grammar's lines must be the loader's: the rule that a logical line began ends with it, and only there. */
async function compareLines(text: string, language: LanguageId, name: string): Promise<number> {
  // Behind it stands another line, so that none is cut short by the end of the file.
  const whole = `${text}\nend\n`;
  const tokenized = tokenize(await grammarOf(language), editorLines(whole));
  let at = 0;
  for (const { physicalLines, known } of readLines(whole, language)) {
    const lines = tokenized.slice(at, at + physicalLines);
    for (const [index, line] of lines.entries()) {
      // Blank so far: nothing is open although the line goes on.
      const begun = lines.slice(0, index + 1).some((one) => !blank[language].test(one.text));
      const complete = index === physicalLines - 1 || !begun;
      assert.equal(line.complete, complete, `${name}:${at + index + 1} ${JSON.stringify(line.text)}`);
    }
    // kmod drops backslashes, so that `al\\ias` is `alias`; that much a grammar cannot tell.
    if (known !== undefined && physicalLines === 1 && !/^[ \t]*[^ \t]*\\/.test(lines[0]!.text))
      assert.equal(lines[0]!.tokens.some(isDirective), known, `${name}:${at + 1} ${lines[0]!.text}`);
    at += physicalLines;
  }
  assert.equal(at, tokenized.length, `${name} has other lines for the editor`);
  return tokenized.length;
}

const isDirective = ({ scopes }: TokenizedLine['tokens'][number]) =>
  scopes.some((scope) => directive.test(scope));

/** What a line can be made of that a grammar could stumble over. */
const pieces: readonly string[] = [
  ...[
    '\n',
    '\n',
    '\n',
    '\n',
    ' ',
    ' ',
    '\t',
    '\\',
    '\\\\',
    '\\\n',
    '\\ \n',
    ' \\ # x\n',
    '#',
    '# x',
    ';',
    '=',
    ':',
  ],
  ...[
    '"',
    "'",
    '`',
    '$(',
    ')',
    '${',
    '}',
    '$X',
    '[',
    ']',
    '*',
    '~',
    '!',
    '-k',
    '-o',
    'a',
    'b.o',
    '/c/d.ko',
    '0x1',
  ],
  ...[
    'add',
    'alias',
    'options',
    'install',
    'pre-install',
    'remove',
    'if',
    'else',
    'keep',
    'include',
    'path',
    'define',
  ],
  ...[
    'softdep',
    'pre:',
    'weakdep',
    'blacklist',
    'config',
    'search',
    'override',
    'external',
    'exclude',
    'probeall',
  ],
];

describe('the grammars', () => {
  for (const language of languageIds) {
    it(`see the lines of ${language} as its loader does, whatever stands in them`, async () => {
      const grammar = await grammarOf(language);
      assert.ok(grammar);
      const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
      await fc.assert(
        fc.asyncProperty(text, async (source) => {
          await compareLines(source, language, language);
        }),
        { numRuns: 1000 },
      );
    });
  }
});

describeCorpus('the grammars, over the collected files', () => {
  const folders: readonly (readonly [string, LanguageId])[] = [
    ['modules.conf', 'modules.conf'],
    ['modules.dep-24', 'modules.dep'],
    ['modprobe.d', 'modprobe.d'],
    ['modules-load.d', 'modules-load.d'],
    ...readdirSync(join(corpusDirectory, 'trees')).map(
      (version) => [`trees/${version}/lib/modules/${version}`, 'modules.dep'] as const,
    ),
  ];
  for (const [folder, language] of folders) {
    it(`see the lines of every file in ${folder} as the loader does`, async () => {
      const directory = join(corpusDirectory, folder);
      const wanted = (name: string) =>
        name !== 'PROVENANCE.tsv' && (!folder.startsWith('trees/') || name === 'modules.dep');
      const files = readdirSync(directory).filter(wanted);
      let lines = 0;
      for (const file of files)
        lines += await compareLines(decode(readFileSync(join(directory, file))), language, file);
      assert.ok(files.length > 0 && lines > files.length);
    });
  }
});
