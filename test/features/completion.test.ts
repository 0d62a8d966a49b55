import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { complete, describeSuggestion } from '../../server/src/features/completion/complete.ts';
import { machine24 } from '../support/machine-24.ts';
import { takeCaret } from '../support/marked.ts';
import { type SnapshotOptions, snapshotOf } from '../support/snapshot.ts';

interface Completed {
  readonly items: readonly CompletionItem[];
  readonly isIncomplete: boolean;
  /** The text after taking the suggestion with this label. */
  take(label: string): string;
}

function completeAt(
  marked: string,
  options: SnapshotOptions & { readonly snippets?: boolean } = {},
): Completed {
  const { text, offset } = takeCaret(marked);
  const snapshot = snapshotOf(text, { files: machine24, ...options });
  const { items, isIncomplete } = complete(snapshot, offset, { snippets: options.snippets ?? false });
  return {
    items,
    isIncomplete,
    take(label) {
      const item = items.find((candidate) => candidate.label === label);
      assert.ok(item, `${label} among ${items.map((other) => other.label)}`);
      const { range, newText } = item.textEdit as { range: never; newText: string };
      const { start, end } = range;
      return (
        text.slice(0, snapshot.document.offsetAt(start)) +
        newText +
        text.slice(snapshot.document.offsetAt(end))
      );
    },
  };
}

const dep = '/lib/modules/2.4.20/modules.dep';

/** What must be offered (first ones in order), and what taking the first gives. */
const cases: readonly {
  readonly title: string;
  readonly text: string;
  readonly first: readonly string[];
  readonly gives?: string;
  readonly not?: readonly string[];
  readonly options?: SnapshotOptions & { readonly snippets?: boolean };
}[] = [
  { title: 'an empty file', text: '<|>', first: ['above', 'add', 'alias'], gives: 'above ' },
  {
    title: 'an empty line at the end',
    text: 'alias a b\n<|>',
    first: ['above', 'add', 'alias'],
    gives: 'alias a b\nabove ',
  },
  { title: 'the beginning of a directive', text: '  ali<|>', first: ['alias'], gives: '  alias ' },
  {
    title: 'a directive with places to fill in',
    text: 'ali<|>',
    first: ['alias'],
    gives: 'alias ${1:NAME} ${2:MODULE}',
    options: { snippets: true },
  },
  {
    title: 'a directive without them before more text',
    text: 'ali<|> eth0',
    first: ['alias'],
    gives: 'alias  eth0',
    options: { snippets: true },
  },
  { title: 'an assignment', text: 'persist<|>', first: ['persistdir'], gives: 'persistdir=' },
  {
    title: 'the tag of a path',
    text: 'pat<|>',
    first: ['path', 'generic_stringfile'].slice(0, 1),
    gives: 'path[${1:TAG}]=${2:DIRECTORY}',
    options: { snippets: true },
  },
  {
    title: 'only lists behind add',
    text: 'add <|>',
    first: ['above', 'below', 'options', 'probe', 'probeall', 'prune'],
    not: ['alias'],
    gives: 'add above ',
  },
  { title: 'only lists behind add, begun', text: 'add op<|>', first: ['options'], not: ['post-install'] },
  { title: 'add itself', text: 'ad<|>', first: ['add'], gives: 'add ' },
  {
    title: 'request names',
    text: 'alias char-major-10-13<|>',
    first: ['char-major-10-130', 'char-major-10-131'],
    not: ['mii'],
  },
  { title: 'request names, `_` for `-`', text: 'alias net_pf_1<|>', first: ['net-pf-1', 'net-pf-10'] },
  {
    title: 'modules for an alias',
    text: 'alias eth0 ee<|>',
    first: ['eepro100'],
    gives: 'alias eth0 eepro100',
  },
  {
    title: 'modules that hold the letters',
    text: 'alias eth0 pro<|>',
    first: ['eepro100', 'probe-x'].slice(0, 1),
  },
  { title: 'off and null for an alias', text: 'alias eth0 of<|>', first: ['off'] },
  { title: 'nothing behind the module of an alias', text: 'alias eth0 mii <|>', first: [] },
  { title: 'the modules of options', text: 'options s<|>', first: ['sb', 'sb_lib'] },
  { title: 'the modules of options -k', text: 'options -k s<|>', first: ['sb', 'sb_lib'] },
  { title: 'parameters that are in use', text: 'options sb io=1 irq=2\noptions sb <|>', first: ['-o'] },
  { title: 'aliases as modules', text: 'alias mynet mii\nabove sb my<|>', first: ['mynet'] },
  { title: 'lists as modules', text: 'probeall mylist mii\nalias x myl<|>', first: ['mylist'] },
  {
    title: 'modules in a continued line',
    text: 'above sb mii \\\n   cr<|>',
    first: ['crc32'],
    gives: 'above sb mii \\\n   crc32',
  },
  { title: 'the module of a command, and not the command', text: 'install s<|>', first: ['sb'] },
  { title: 'no command', text: 'install sb /b<|>', first: [] },
  { title: 'paths of an include', text: 'include /etc/m<|>', first: ['/etc/modules.conf', '/etc/more.conf'] },
  { title: 'the folders of a path', text: 'path=/li<|>', first: ['/lib/'], gives: 'path=/lib/' },
  { title: 'no files for a path', text: 'path=/etc/<|>', first: [] },
  { title: 'paths behind -f', text: 'if -f /etc/mor<|>', first: ['/etc/more.conf'] },
  {
    title: 'the flags of a condition',
    text: 'if <|>',
    first: ['-f'],
    gives: 'if -f ',
  },
  {
    title: 'variables',
    text: 'define HERE /a\npath=$<|>',
    first: ['$HERE'],
    gives: 'define HERE /a\npath=$HERE',
  },
  {
    title: 'variables in the middle of a word',
    text: 'define HERE /a\npath=/x/$H<|>/y',
    first: ['$HERE'],
    gives: 'define HERE /a\npath=/x/$HERE/y',
  },
  { title: 'nothing in a comment', text: 'alias a b # al<|>', first: [] },
  { title: 'nothing in an open quote', text: 'alias a "<|>', first: [] },
  { title: 'nothing behind an unknown directive', text: 'frobnicate <|>', first: [] },
  { title: 'nothing behind keep', text: 'keep <|>', first: [] },
  {
    title: 'the comments that silence rules',
    text: '# modc<|>',
    first: ['modconf-disable-file', 'modconf-disable-next-line'],
    gives: '# modconf-disable-file ',
  },
  {
    title: 'rules to silence',
    text: '# modconf-disable-next-line alias-<|>',
    first: ['alias-extra-words'],
    gives: '# modconf-disable-next-line alias-extra-words',
  },
  {
    title: 'more rules to silence',
    text: '# modconf-disable-file alias-loop, alias-<|>',
    first: ['alias-extra-words'],
    not: ['alias-loop'],
  },
  { title: 'no rules in the reason', text: '# modconf-disable-file alias-loop -- al<|>', first: [] },
  { title: 'nothing in another comment', text: '# alia<|>', first: [] },
  {
    title: 'the modules of modules.dep',
    text: '/x.o: <|>\n/a.o:\n/b.o:',
    first: ['/a.o', '/b.o'],
    gives: '/x.o: /a.o\n/a.o:\n/b.o:',
    options: { path: dep },
  },
  {
    title: 'the modules of modules.dep that are not there yet',
    text: '/x.o: /b.o /<|>\n/a.o:\n/b.o:',
    first: ['/a.o'],
    not: ['/b.o', '/x.o'],
    options: { path: dep },
  },
  { title: 'no targets in modules.dep', text: '/x<|>\n/a.o:', first: [], options: { path: dep } },
];

describe('completion', () => {
  for (const { title, text, first, gives, not = [], options } of cases) {
    it(`offers ${title}`, () => {
      const { items, take } = completeAt(text, options);
      const labels = items.map(({ label }) => label);
      if (first.length === 0) assert.deepEqual(labels, []);
      const wanted = first.filter((label) => label !== '');
      if (options?.path !== undefined || labels.length === first.length) assert.deepEqual(labels, first);
      for (const label of wanted) assert.ok(labels.includes(label), `${label} among ${labels}`);
      for (const label of not) assert.ok(!labels.includes(label), `no ${label} among ${labels}`);
      if (first[0] !== undefined) assert.equal(labels[0], first[0]);
      if (gives !== undefined) assert.equal(take(first[0]!), gives);
    });
  }

  it('is cut and says so where there is more than anybody reads', () => {
    const lines = Array.from({ length: 4000 }, (_, index) => `/lib/m${index}.o:`);
    const { items, isIncomplete } = completeAt('alias x m<|>', { files: { [dep]: lines.join('\n') } });
    assert.equal(items.length, 100);
    assert.ok(isIncomplete);
    assert.equal(items[2]?.label, 'm10');
  });

  it('keeps its order in editors that sort', () => {
    const { items } = completeAt('alias char-major-1<|>');
    assert.deepEqual(
      items.map(({ sortText }) => sortText),
      items.map(({ sortText }) => sortText).toSorted(),
    );
  });

  it('explains what it offers', () => {
    const snapshot = snapshotOf('alias net mii\n', { files: machine24 });
    const explain = (about: Parameters<typeof describeSuggestion>[0]) =>
      describeSuggestion(about, snapshot)?.value ?? '';
    assert.match(explain({ kind: 'directive', name: 'keep' }), /^`keep`: The path lines that follow/);
    assert.match(explain({ kind: 'directive', name: 'add' }), /appended/);
    assert.match(explain({ kind: 'name', name: 'net' }), /^\*\*net\*\* → `mii`/);
    assert.match(explain({ kind: 'rule', name: 'alias-loop' }), /^\*\*alias-loop\*\*: /);
    assert.equal(explain({ kind: 'directive', name: 'constructor' }), '');
    assert.equal(explain({ kind: 'rule', name: 'constructor' }), '');
  });
});
