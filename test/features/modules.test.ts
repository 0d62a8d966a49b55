import assert from 'node:assert/strict';
import type { CallHierarchyItem } from 'vscode-languageserver-types';
import {
  type ItemData,
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
} from '../../server/src/features/call-hierarchy.ts';
import { codeLenses, resolveLens } from '../../server/src/features/code-lens.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { signatureHelp } from '../../server/src/features/signature.ts';
import { workspaceSymbols } from '../../server/src/features/workspace-symbols.ts';
import { machine24 } from '../support/machine-24.ts';
import { takeCaret } from '../support/marked.ts';
import { type SnapshotOptions, snapshotOf } from '../support/snapshot.ts';

const dep = '/lib/modules/2.4.20/modules.dep';
const open = (text: string, options: SnapshotOptions = {}) =>
  snapshotOf(text, { files: machine24, ...options });

describe('the call hierarchy', () => {
  const prepare = (marked: string, options: SnapshotOptions = {}) => {
    const { text, offset } = takeCaret(marked);
    const snapshot = open(text, options);
    const items = prepareCallHierarchy(snapshot, offset);
    const data = items[0]?.data as ItemData;
    return { snapshot, items, data };
  };
  const shown = ({ name, uri, selectionRange }: CallHierarchyItem) =>
    `${name} ${uri.slice(uri.lastIndexOf('/') + 1)}:${selectionRange.start.line + 1}`;

  it('leads from a module to who needs it and to what it needs', () => {
    const { snapshot, items, data } = prepare('alias net <|>8139too');
    assert.deepEqual(items.map(shown), ['8139too modules.dep:5']);
    const out = outgoingCalls(snapshot, data);
    assert.deepEqual(
      out.map(({ to, fromRanges }) => `${shown(to)} ${fromRanges[0]?.start.line}`),
      ['mii modules.dep:3 4', 'crc32 modules.dep:8 5'],
    );
    const mii = out[0]!.to.data as ItemData;
    assert.deepEqual(
      incomingCalls(snapshot, mii).map(({ from }) => shown(from)),
      ['eepro100 modules.dep:1', '8139too modules.dep:5'],
    );
    assert.deepEqual(incomingCalls(snapshot, data), []);
  });

  it('leads from an alias to its module', () => {
    const { snapshot, items, data } = prepare('alias <|>net mii');
    assert.deepEqual(items.map(shown), ['net modules.conf:1']);
    assert.deepEqual(
      outgoingCalls(snapshot, data).map(({ to }) => shown(to)),
      ['mii modules.dep:3'],
    );
    assert.deepEqual(incomingCalls(snapshot, data), []);
  });

  it('begins in modules.dep too', () => {
    const { items } = prepare(machine24[dep]!.replace('lib/crc32.o\n', 'lib/<|>crc32.o\n'), { path: dep });
    assert.deepEqual(items.map(shown), ['crc32 modules.dep:8']);
  });

  it('is empty where nothing can be loaded', () => {
    assert.deepEqual(prepare('alias <|>net nothing').items, []);
    assert.deepEqual(prepare('al<|>ias net mii').items, []);
    assert.deepEqual(prepare('/a.o: /<|>b.o\n', { path: dep }).items, []);
    assert.deepEqual(outgoingCalls(open(''), { uri: '', path: '/gone.o' }), []);
  });
});

describe('code lenses', () => {
  const titles = (text: string, options: SnapshotOptions = {}) => {
    const snapshot = open(text, options);
    return codeLenses(snapshot, 'file:///x').map(({ range, data }) => {
      const { title, command, arguments: args } = resolveLens(snapshot, data);
      assert.equal(command, 'modconf.explain');
      assert.equal(args?.[1], 'file:///x');
      return `${range.start.line + 1} ${title}`;
    });
  };

  it('tell what an alias comes to', () => {
    const text =
      'alias net 8139too\nalias off1 off\nalias a b\nalias b a\nalias none nothing\nalias sub `x`\nprobeall all mii sb\nkeep\n';
    assert.deepEqual(titles(text), [
      '1 net → 8139too, loads 3 modules',
      '2 off1 loads nothing',
      '3 a never ends',
      '4 b never ends',
      '5 none cannot be loaded',
      '6 sub: not known without running something',
      '7 all → mii, sb, loads 2 modules',
    ]);
    assert.deepEqual(titles('alias net mii', { kernel: '2.4.99' }), [
      '1 net: the modules are not known here',
    ]);
  });

  it('tell how many need a module', () => {
    assert.deepEqual(titles(machine24[dep]!, { path: dep }), [
      '3 needed by 2 modules',
      '8 needed by 1 module',
    ]);
  });
});

describe('inlay hints', () => {
  const hints = (text: string) => {
    const snapshot = open(text);
    return inlayHints(snapshot, 0, snapshot.document.lineCount).map(
      ({ position, label, tooltip }) =>
        `${position.line}:${position.character} ${label}${tooltip === undefined ? '' : ` (${String(tooltip).replaceAll('\n', ' ')})`}`,
    );
  };

  it('name devices, ends of chains and what patterns find', () => {
    assert.deepEqual(
      hints(
        'alias char-major-10-135 rtc\nalias net lan\nalias lan mii\npath=/lib/modules/*/local\npath=/lib\npath=`uname -r`\nalias eth0 mii\n',
      ),
      [
        '0:23 /dev/rtc (real-time clock)',
        '1:13 → mii (lan → mii)',
        '3:25 = /lib/modules/2.4.20/local (/lib/modules/2.4.20/local)',
        '5:15 = 2.4.20 (2.4.20)',
        '6:10 network interface: Ethernet',
      ],
    );
  });
});

describe('signature help', () => {
  const at = (marked: string) => {
    const { text, offset } = takeCaret(marked);
    const help = signatureHelp(open(text), offset);
    if (help === undefined) return undefined;
    const [signature] = help.signatures;
    const { label, parameters = [] } = signature!;
    const [start, end] = parameters[help.activeParameter!]!.label as [number, number];
    return `${label.slice(0, start)}[${label.slice(start, end)}]${label.slice(end)}`;
  };

  it('shows which parameter the caret is at', () => {
    assert.equal(at('alias <|>'), 'alias [NAME] MODULE');
    assert.equal(at('alias ne<|>t mii'), 'alias [NAME] MODULE');
    assert.equal(at('alias net <|>'), 'alias NAME [MODULE]');
    assert.equal(at('alias net mii more <|>'), 'alias NAME [MODULE]');
    assert.equal(at('options -k sb <|>'), 'options MODULE [OPTIONS…]');
    assert.equal(at('above sb \\\n  mii <|>'), 'above MODULE [MODULES…]');
    assert.equal(at('path[<|>net]=/a'), undefined);
    assert.equal(at('path[net]=<|>/a'), 'path[TAG]=[DIRECTORY]');
    assert.equal(at('depfile=<|>'), 'depfile=[PATH]');
  });

  it('is silent elsewhere', () => {
    for (const text of ['<|>', 'ali<|>as', 'keep <|>', 'frobnicate <|>', 'alias a b # <|>', '# alias <|>'])
      assert.equal(at(text), undefined, text);
  });
});

describe('workspace symbols', () => {
  const found = (query: string) => {
    const files = {
      ...machine24,
      '/etc/modules.conf': 'alias net mii\ndefine VALUE a\nprobeall list sb\ninclude /etc/more.conf\n',
    };
    const { project, uriOf } = snapshotOf(files['/etc/modules.conf'], { files });
    return workspaceSymbols(project, uriOf, query).map(
      ({ name, location }) => `${name} ${location.uri.slice(location.uri.lastIndexOf('/') + 1)}`,
    );
  };

  it('are aliases, lists, variables and modules by some of their letters', () => {
    assert.deepEqual(found('mi'), ['mii modules.dep']);
    assert.deepEqual(found('NET'), ['net modules.conf']);
    assert.deepEqual(found('frm'), ['fromMore more.conf']);
    assert.deepEqual(found('sbl'), ['sb_lib modules.dep']);
    assert.deepEqual(found('zzz'), []);
    assert.equal(found('').length, 12);
  });
});
