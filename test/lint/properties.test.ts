import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import { fixInRounds } from '../../server/src/lint/fixes.ts';
import { printConfiguration } from '../../server/src/loaders/modutils/print-configuration.ts';
import { readConfiguration } from '../../server/src/loaders/modutils/read-configuration.ts';
import { modulesConf } from '../../server/src/syntax/modules-conf/language.ts';
import { decode } from '../../server/src/text/encoding.ts';
import { SourceDocument } from '../../server/src/text/source-document.ts';
import { corpusDirectory, describeCorpus } from '../support/corpus.ts';
import { describeRuleLaws, type Pieces, textsOf } from '../support/lint-laws.ts';
import { lintProject } from '../support/lint-project.ts';

/** What lines begin with and go on with: enough of each language to come by every rule, and enough else to come by none. */
const pieces: Readonly<Record<'modules.conf' | 'modules.dep', Pieces>> = {
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

const texts = (language: Checked) => textsOf(pieces[language]);

const check = (language: Checked) => (text: string) =>
  lintProject({ language, files: { [`/etc/${language}`]: text } });

for (const language of ['modules.conf', 'modules.dep'] as const)
  describeRuleLaws({ language, texts: texts(language), check: check(language) });

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
