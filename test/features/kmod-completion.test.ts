import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { complete, describeSuggestion } from '../../server/src/features/completion/complete.ts';
import type { About } from '../../server/src/features/completion/suggestion.ts';
import { kernel6, machine6 } from '../support/machine-6.ts';
import { takeCaret } from '../support/marked.ts';
import { snapshotOf } from '../support/snapshot.ts';

interface Place {
  readonly path?: string;
  readonly snippets?: boolean;
  readonly files?: Readonly<Record<string, string>>;
}

/** The labels that are offered, and the text after taking the first. */
function completeAt(
  marked: string,
  place: Place,
): { labels: string[]; taken: string; items: CompletionItem[] } {
  const { path = '/etc/modprobe.d/local.conf', snippets = false, files = machine6 } = place;
  const { text, offset } = takeCaret(marked);
  const snapshot = snapshotOf(text, { path, files, kernel: kernel6 });
  const { items } = complete(snapshot, offset, { snippets });
  const [first] = items;
  let taken = text;
  if (first?.textEdit !== undefined && 'range' in first.textEdit) {
    const { range, newText } = first.textEdit;
    const { document } = snapshot;
    taken =
      text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
  }
  return { labels: items.map(({ label }) => label), taken, items };
}

const modules = ['bluetooth', 'cifs', 'e1000e', 'libarc4', 'md4', 'pcspkr', 'ptp', 'snd_pcsp'];
const load = '/etc/modules-load.d/a.conf';
const depmod = '/etc/depmod.d/a.conf';

const cases: readonly {
  readonly title: string;
  readonly text: string;
  /** All that is offered, in order. */
  readonly offers: readonly string[];
  /** The text after taking the first. */
  readonly gives?: string;
  readonly place?: Place;
}[] = [
  {
    title: 'directives, none that kmod reads no more',
    text: '<|>',
    offers: ['alias', 'blacklist', 'install', 'options', 'remove', 'softdep', 'weakdep'],
    gives: 'alias ',
  },
  {
    title: 'a directive with places to fill in',
    text: 'ali<|>',
    offers: ['alias'],
    gives: 'alias ${1:PATTERN} ${2:MODULE}',
    place: { snippets: true },
  },
  {
    title: 'the places of a softdep',
    text: 'softd<|>',
    offers: ['softdep'],
    gives: 'softdep ${1:MODULE} pre: ${2:MODULES} post: ${3:MODULES}',
    place: { snippets: true },
  },
  { title: 'modules', text: 'blacklist <|>', offers: modules, gives: 'blacklist bluetooth' },
  {
    title: 'a module begun with the other dash',
    text: 'blacklist snd-<|>',
    offers: ['snd_pcsp'],
    gives: 'blacklist snd_pcsp',
  },
  { title: 'nothing behind a blacklist', text: 'blacklist a <|>', offers: [] },
  {
    title: 'names of aliases',
    text: 'alias net<|>',
    offers: ['net0', 'net_pf_31'],
    gives: 'alias net0',
    place: { files: { ...machine6, '/etc/modprobe.d/a.conf': 'alias net0 e1000e\n' } },
  },
  { title: 'what an alias stands for', text: 'alias x md<|>', offers: ['md4'], gives: 'alias x md4' },
  { title: 'nothing behind an alias', text: 'alias x md4 <|>', offers: [] },
  {
    title: 'commands',
    text: 'install ptp <|>',
    offers: ['/bin/false', '/bin/true', '/sbin/modprobe --ignore-install ptp'],
    gives: 'install ptp /bin/false',
  },
  {
    title: 'a command begun',
    text: 'remove ptp /sbin<|>',
    offers: ['/sbin/modprobe -r --ignore-remove ptp'],
    gives: 'remove ptp /sbin/modprobe -r --ignore-remove ptp $CMDLINE_OPTS',
  },
  { title: 'nothing inside a command', text: 'install ptp /bin/sh -<|>', offers: [] },
  {
    title: 'parameters of which the module tells',
    text: 'options usbcore <|>',
    offers: ['autosuspend', 'nousb'],
    gives: 'options usbcore autosuspend=',
  },
  {
    title: 'parameters that are not given yet',
    text: 'options usbcore autosuspend=1 n<|>',
    offers: ['nousb'],
    gives: 'options usbcore autosuspend=1 nousb=',
  },
  {
    title: 'values of a flag',
    text: 'options usbcore nousb=<|>',
    offers: ['N', 'Y'],
    gives: 'options usbcore nousb=N',
  },
  { title: 'no values of a number', text: 'options usbcore autosuspend=<|>', offers: [] },
  { title: 'no parameters of a module that tells nothing', text: 'options ptp <|>', offers: [] },
  {
    title: 'the lists of a softdep',
    text: 'softdep ptp <|>',
    offers: ['pre:', 'post:'],
    gives: 'softdep ptp pre: ',
  },
  { title: 'a list begun', text: 'softdep ptp po<|>', offers: ['post:'], gives: 'softdep ptp post: ' },
  {
    title: 'modules that a softdep does not name yet, and the other list',
    text: 'softdep ptp pre: md4 <|>',
    offers: ['bluetooth', 'cifs', 'e1000e', 'libarc4', 'pcspkr', 'snd_pcsp', 'post:'],
  },
  { title: 'modules of a weakdep', text: 'weakdep ptp ci<|>', offers: ['cifs'], gives: 'weakdep ptp cifs' },
  {
    title: 'rules in a suppression',
    text: '# modconf-disable-next-line shadowed<|>',
    offers: ['shadowed-file', 'softdep-shadowed-by-kernel'],
    gives: '# modconf-disable-next-line shadowed-file',
  },
  { title: 'nothing in a comment', text: '# black<|>', offers: [] },
  { title: 'nothing behind an unknown word', text: 'frob <|>', offers: [] },
  {
    title: 'modules to load at the start',
    text: 'pc<|>',
    offers: ['pcspkr', 'snd_pcsp'],
    gives: 'pcspkr',
    place: { path: load },
  },
  { title: 'no second module in a line', text: 'ptp <|>', offers: [], place: { path: load } },
  {
    title: 'directives of depmod',
    text: '<|>',
    offers: ['exclude', 'external', 'override', 'search'],
    gives: 'exclude ',
    place: { path: depmod },
  },
  {
    title: 'places to search',
    text: 'search <|>',
    offers: ['built-in', 'external', 'updates'],
    place: { path: depmod },
  },
  {
    title: 'a directory below',
    text: 'search kernel/f<|>',
    offers: ['kernel/fs'],
    place: { path: depmod, files: { ...machine6, [`/lib/modules/${kernel6}/kernel/fs/x.ko`]: '' } },
  },
  { title: 'modules to override', text: 'override pt<|>', offers: ['ptp'], place: { path: depmod } },
  { title: 'versions', text: 'override ptp <|>', offers: ['*', kernel6], place: { path: depmod } },
];

describe('completion for kmod', () => {
  for (const { title, text, offers, gives, place = {} } of cases) {
    it(`offers ${title}`, () => {
      const { labels, taken } = completeAt(text, place);
      assert.deepEqual(labels, offers);
      if (gives !== undefined) assert.equal(taken, gives);
    });
  }

  const documented: readonly [path: string, text: string, label: string, says: string][] = [
    [
      '/etc/modprobe.d/local.conf',
      'sof<|>',
      'softdep',
      '* Of several lines that match only the first counts',
    ],
    ['/etc/modprobe.d/local.conf', 'blacklist pt<|>', 'ptp', '**ptp** → [kernel/drivers/ptp/ptp.ko]'],
    [load, 'pt<|>', 'ptp', '**ptp** →'],
    [depmod, 'sea<|>', 'search', '`search DIRECTORY…`'],
  ];
  for (const [path, text, label, says] of documented) {
    it(`explains ${label} in ${path}`, () => {
      const item = completeAt(text, { path }).items.find((each) => each.label === label);
      const snapshot = snapshotOf(takeCaret(text).text, { path, files: machine6, kernel: kernel6 });
      const { value } = describeSuggestion(item?.data as About, snapshot) ?? { value: '' };
      assert.ok(value.includes(says), value);
    });
  }
});
