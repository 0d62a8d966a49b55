import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import type { Diagnostic } from '../../server/src/lint/diagnostic.ts';
import { applyFixes, fixInRounds } from '../../server/src/lint/fixes.ts';
import { lint } from '../../server/src/lint/registry.ts';
import { printConfiguration } from '../../server/src/loaders/modutils/print-configuration.ts';
import { readConfiguration } from '../../server/src/loaders/modutils/read-configuration.ts';
import { modulesConf } from '../../server/src/syntax/modules-conf/language.ts';
import { decode } from '../../server/src/text/encoding.ts';
import { SourceDocument } from '../../server/src/text/source-document.ts';
import { parseDocument } from '../../server/src/workspace/languages.ts';
import { corpusDirectory, describeCorpus } from '../support/corpus.ts';
import { lintProject } from '../support/lint-project.ts';

/** What lines begin with and go on with: enough of each language to come by every rule, and enough else to come by none. */
const pieces: Readonly<
  Record<'modules.conf' | 'modules.dep', { starts: readonly string[]; words: readonly string[] }>
> = {
  'modules.conf': {
    starts: [
      ...[
        'alias ',
        'options ',
        'options -k ',
        'probeall ',
        'keep',
        'path=',
        'path[x]=',
        'path[x=',
        'path [a] = ',
      ],
      ...[
        'depfile=',
        'pcimapfile=',
        'persistdir ',
        'persistdir=',
        'insmod_opt=',
        'if ',
        'elseif ',
        'else',
        'endif',
      ],
      ...[
        'include ',
        'define ',
        'install ',
        'post-install ',
        'remove ',
        'add ',
        'add',
        'add options ',
        'addprobe ',
      ],
      ...['option ', 'fi', 'frobnicate ', 'ALIAS ', '>/dev/null', '# ', '# modconf-disable-file ', '  '],
      ...['# modconf-disable-next-line ', '  # modconf-disable-file ', '# modconf-disable alias-loop', ''],
    ],
    words: [
      ...[
        'eth0',
        'eth0',
        'sb',
        'sb',
        'x=1',
        'off',
        'block-major-2',
        'floppy',
        '/etc/modules.conf',
        '/lib/*',
        '/lib/*:',
      ],
      ...[
        '~p',
        '~/x',
        '$X',
        '${X}',
        '`uname -r`',
        '`hostname`',
        '$(x)',
        '{a,b}',
        '"',
        "'",
        '`',
        '\\"',
        '\\',
        '\\\\',
        '#',
      ],
      ...[
        '!',
        '!0',
        '-f',
        '-n',
        '-k',
        '==',
        '-ge',
        'a==b',
        '0',
        '1',
        'modprobe',
        'modprobe -r',
        ';',
        '-o',
        '-- why',
      ],
      ...[
        'path-without-keep',
        'alias-loop,',
        'options-replaced',
        '\0',
        '\r',
        '\t',
        'é',
        '\uD83D',
        '\uDC80',
        'alias',
        'a#b',
      ],
    ],
  },
  'modules.dep': {
    starts: [
      ...[
        '/lib/modules/2.4.20/a.o: ',
        '/lib/modules/2.4.20/b.o:',
        '/lib/modules/2.4.20/c.o : ',
        'kernel/a.ko: ',
      ],
      ...[
        'kernel/b.ko: ',
        'kernel/c.ko: ',
        'kernel/c.ko.xz :',
        'd: ',
        ': ',
        '',
        '# ',
        '# modconf-disable-next-line dep-self',
      ],
    ],
    words: [
      ...[
        '/lib/modules/2.4.20/a.o',
        '/lib/modules/2.4.20/b.o',
        'kernel/a.ko',
        'kernel/b.ko',
        'kernel/c.ko',
        'd',
      ],
      ...['../x.ko', '/tmp/x.ko', ':', '\\', '#', '\0', '\r', '\t', 'é'],
    ],
  },
};

type Checked = keyof typeof pieces;

function texts(language: Checked): fc.Arbitrary<string> {
  const { starts, words } = pieces[language];
  const word = fc
    .tuple(fc.constantFrom(...words), fc.constantFrom(' ', ' ', ' ', ' ', '', '='))
    .map((parts) => parts.join(''));
  const line = fc.tuple(
    fc.constantFrom(...starts),
    fc.array(word, { maxLength: 5 }),
    fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', ''),
  );
  const lines = fc
    .array(
      line.map((parts) => parts.flat().join('')),
      { maxLength: 12 },
    )
    .map((all) => all.join(''));
  return fc.oneof({ weight: 9, arbitrary: lines }, fc.string({ unit: 'binary' }));
}

const check = (language: Checked) => (text: string) =>
  lintProject({ language, files: { [`/etc/${language}`]: text } });

const count = (diagnostics: readonly Diagnostic[], { rule, message }: Diagnostic) =>
  diagnostics.filter((other) => other.rule === rule && other.message === message).length;

for (const language of ['modules.conf', 'modules.dep'] as const) {
  describe(`the rules of ${language}, with any text`, () => {
    it('do not break, and point into the text', () => {
      fc.assert(
        fc.property(texts(language), (text) => {
          const lines = text.split('\n');
          for (const { rule, range, message } of check(language)(text)) {
            assert.notEqual(rule, 'internal-error', message);
            assert.ok(range.end.line < lines.length && range.end.character <= lines[range.end.line]!.length);
            const forwards = range.end.line - range.start.line || range.end.character - range.start.character;
            assert.ok(forwards >= 0);
          }
        }),
        { numRuns: 500 },
      );
    });

    it('say of an edited document what they say of its text', () => {
      const place = fc.tuple(fc.nat(200), fc.nat(20), texts(language));
      fc.assert(
        fc.property(texts(language), fc.array(place, { maxLength: 4 }), (text, edits) => {
          let document = parseDocument(text, language);
          for (const [start, length, newText] of edits) {
            lint({ path: 'f', language, document });
            const span = {
              start: Math.min(start, document.length),
              end: Math.min(start + length, document.length),
            };
            document = document.edit({ span, newText });
          }
          const fresh = parseDocument(document.text, language);
          assert.deepEqual(
            lint({ path: 'f', language, document }),
            lint({ path: 'f', language, document: fresh }),
          );
        }),
        { numRuns: 200 },
      );
    });

    it('have fixes that take their finding away', () => {
      fc.assert(
        fc.property(texts(language), (text) => {
          const found = check(language)(text);
          for (const diagnostic of found) {
            if (diagnostic.fix === undefined) continue;
            const { text: fixed } = applyFixes(text, [diagnostic], { unsafe: true });
            const left = check(language)(fixed);
            assert.ok(
              count(left, diagnostic) < count(found, diagnostic),
              `${diagnostic.rule}: ${diagnostic.message}`,
            );
          }
        }),
        { numRuns: 300 },
      );
    });

    it('have safe fixes that come to an end', () => {
      fc.assert(
        fc.property(texts(language), (text) => {
          const { text: fixed } = fixInRounds(text, check(language));
          assert.deepEqual(
            check(language)(fixed).filter(({ fix }) => fix?.safety === 'safe'),
            [],
          );
        }),
        { numRuns: 300 },
      );
    });
  });
}

/**
 * What `modprobe -c` prints, without the blanks that a continuation into nothing leaves at the end; undefined where
 * modutils refuses the configuration, which a fix is to change.
 */
function printed(text: string): string[] | undefined {
  const path = '/etc/modules.conf';
  const files = new MemoryFileSystem({ [path]: text });
  const document = SourceDocument.parse(text, modulesConf);
  const configuration = readConfiguration({ path, document }, { files, kernel: '2.4.20', variables: {} });
  return configuration.invalid
    ? undefined
    : printConfiguration(configuration).lines.map((line) => line.text.trimEnd());
}

function assertSafe(text: string): void {
  const before = printed(text);
  if (before === undefined) return;
  assert.deepEqual(printed(fixInRounds(text, check('modules.conf')).text), before);
}

describe('safe fixes of modules.conf', () => {
  it('do not change what modprobe -c prints', () => {
    fc.assert(fc.property(texts('modules.conf'), assertSafe), { numRuns: 500 });
  });
});

describeCorpus('safe fixes of real and generated modules.conf files', () => {
  it('do not change what modprobe -c prints', () => {
    const folder = `${corpusDirectory}/modules.conf/`;
    const names = readdirSync(folder).filter((name) => name.endsWith('.conf'));
    const generated = gunzipSync(readFileSync(`${corpusDirectory}/generated-modules.conf.jsonl.gz`));
    const confs = generated
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { conf: string }).conf);
    for (const text of [...names.map((name) => decode(readFileSync(folder + name))), ...confs])
      assertSafe(text);
  });
});
