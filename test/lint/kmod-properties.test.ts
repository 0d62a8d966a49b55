import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import { checkFile } from '../../server/src/lint/check.ts';
import type { Diagnostic } from '../../server/src/lint/diagnostic.ts';
import { fixInRounds } from '../../server/src/lint/fixes.ts';
import type { KmodConfiguration } from '../../server/src/loaders/kmod/configuration.ts';
import type { Origin } from '../../server/src/loaders/origin.ts';
import type { LanguageId } from '../../server/src/syntax/language.ts';
import { Project } from '../../server/src/workspace/project.ts';
import { describeRuleLaws, type Pieces, textsOf } from '../support/lint-laws.ts';

const odd = [
  '\0',
  '\r',
  '\t',
  '\v',
  '\u00a0',
  '\u200b',
  '\ufeff',
  'é',
  '\uD83D',
  '\uDCA0',
  '💠',
  '\\',
  '\\\\',
  '\\ ',
];
const comments = ['# ', '  # ', '#', '# modconf-disable-file ', '# modconf-disable-next-line ', '# a \\\n'];
const rules = ['alias-off', 'unknown-module,', 'inline-comment', '-- why'];

const pieces = {
  'modprobe.d': {
    starts: [
      ...[
        'alias ',
        'blacklist ',
        'options ',
        'install ',
        'remove ',
        'softdep ',
        'weakdep ',
        '\ufeff',
        '',
        '  ',
      ],
      ...[
        'include ',
        'config ',
        'Alias ',
        'BLACKLIST ',
        'blcklist ',
        'modprobe ',
        'keep ',
        'a=1 ',
        '; ',
        '[ ',
      ],
      ...[
        'install a /bin/true',
        'install a modprobe a ',
        'softdep a pre: ',
        'options a ',
        'alias a off',
        'blacklist a',
      ],
      ...comments,
    ],
    words: [
      ...[
        'a',
        'a',
        'b',
        'b-c',
        'b_c',
        'B_C',
        'snd_*',
        'a[0-9]',
        'a[',
        ']',
        '*',
        'off',
        'null',
        'a.ko',
        '/x/a.ko',
        'a,b',
      ],
      ...[
        'a=1',
        'a=2',
        'a',
        '=',
        '=1',
        'b="x',
        'y"',
        "c='d'",
        'i915.a=1',
        'loop',
        'max_loop=x',
        'max_loop=1',
        'maxloop=1',
      ],
      ...[
        'pre:',
        'post:',
        'pre:a',
        'pre :',
        ':',
        'post:b',
        '/bin/false',
        '/bin/true',
        '/bin/x',
        'modprobe',
        '-i',
        '-r',
      ],
      ...['$CMDLINE_OPTS', ';', '|', '#', '#c', ...odd, ...rules],
    ],
  },
  'modules-load.d': {
    starts: ['a', 'b ', 'loop', 'modprobe ', 'options ', '; ', '', '  ', ...comments],
    words: ['a', 'b_c', 'loop', 'a=1', ',', 'a,b', 'a.ko', '/x/a.ko', '-a', '#', ';', ...odd, ...rules],
  },
  'depmod.d': {
    starts: [
      'search ',
      'override ',
      'external ',
      'exclude ',
      'include ',
      'Search ',
      'serch ',
      '',
      '  ',
      ...comments,
    ],
    words: ['a', 'built-in', '*', '/x', '#', ...odd, ...rules],
  },
} satisfies Partial<Record<LanguageId, Pieces>>;

/** A machine on which rules that need a tree have something to say. */
const machine = {
  '/lib/modules/6.1.0/modules.dep': 'k/a.ko: k/b-c.ko\nk/b-c.ko:\nk/snd_pcm.ko: k/a.ko\n',
  '/lib/modules/6.1.0/modules.alias': 'alias net-pf-10 b-c\n',
  '/lib/modules/6.1.0/modules.builtin': 'k/loop.ko\n',
  '/lib/modules/6.1.0/modules.builtin.modinfo': 'loop.parmtype=max_loop:int\0',
  '/lib/modules/6.1.0/modules.softdep': 'softdep a post: b-c\n',
  '/etc/modprobe.d/z.conf': 'blacklist a\ninstall b_c /bin/x\nalias x a\n',
};

const kernel = '6.1.0';

function projectWith(path: string, text: string) {
  const project = new Project({ files: new MemoryFileSystem({ ...machine, [path]: text }), kernel });
  return { project, file: project.read(path) };
}

const check =
  (language: LanguageId) =>
  (text: string): Diagnostic[] => {
    const path = `/etc/${language}/m.conf`;
    // What a first line says of the language would win over the path.
    const { project, file } = projectWith(path, text);
    return checkFile(project, file, path, { profiles: ['cis'] });
  };

for (const language of ['modprobe.d', 'modules-load.d', 'depmod.d'] as const)
  describeRuleLaws({ language, texts: textsOf(pieces[language]), check: check(language) });

interface Said {
  readonly origin: Origin;
  readonly text: string;
}

/** What the lines of a configuration say, each by itself. */
function said(set: KmodConfiguration): Said[] {
  const { blacklists, installs, removes, aliases, options, softdeps, weakdeps } = set;
  return Object.entries({ blacklists, installs, removes, aliases, options, softdeps, weakdeps }).flatMap(
    ([kind, entries]) =>
      entries.map(({ origin, ...entry }) => ({ origin, text: `${kind} ${JSON.stringify(entry)}` })),
  );
}

/** The physical lines that the safe fixes of a text change. */
function touched(diagnostics: readonly Diagnostic[]): Set<number> {
  const safe = diagnostics.flatMap(({ fix }) => (fix?.safety === 'safe' ? fix.edits : []));
  return new Set(safe.flatMap(({ range: { start, end } }) => [start.line, end.line]));
}

describe('safe fixes of modprobe.d', () => {
  it('leave what the other lines say', () => {
    const path = '/etc/modprobe.d/m.conf';
    const saidBy = (text: string) => {
      const { project, file } = projectWith(path, text);
      return { file, said: said(project.kmodOf(file)) };
    };
    fc.assert(
      fc.property(textsOf(pieces['modprobe.d']), (text) => {
        const { file, said: before } = saidBy(text);
        const lines = touched(check('modprobe.d')(text));
        const fixed = fixInRounds(text, check('modprobe.d')).text;
        const left = saidBy(fixed).said.map((each) => each.text);
        for (const { origin, text: entry } of before) {
          if (origin.kind !== 'file' || origin.file.document !== file.document) continue;
          const { start, end } = file.document.rangeInLine(origin.line, {
            start: 0,
            end: file.document.line(origin.line).raw.length,
          });
          if ([...lines].some((line) => line >= start.line && line <= end.line)) continue;
          const at = left.indexOf(entry);
          assert.notEqual(at, -1, `${entry} is lost in ${JSON.stringify(fixed)}`);
          left.splice(at, 1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
