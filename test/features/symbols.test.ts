import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbols } from '../../server/src/features/symbols.ts';
import { snapshotOf } from '../support/snapshot.ts';

function outline(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail, range, children = [] }) => [
    `${indent}${name} | ${detail} | ${range.start.line}-${range.end.line}:${range.end.character}`,
    ...outline(children, `${indent}  `),
  ]);
}

function outlineOf(path: string, ...lines: readonly string[]): string[] {
  return outline(documentSymbols(snapshotOf(lines.join('\n'), { path })));
}

describe('the outline', () => {
  it('of modules.conf names what each line is about', () => {
    const found = outlineOf(
      '/etc/modules.conf',
      '# comment',
      'alias eth0 eepro100 # the card',
      'options -k sb io=0x220 \\',
      '  irq=5',
      'add above sb opl3',
      'path[net]=/lib/net',
      'keep',
      'post-install eepro100 /sbin/mii-tool -F 100baseTx-FD',
      'frobnicate x',
      'alias',
      '= 5',
    );
    assert.deepEqual(found, [
      'eth0 | alias → eepro100 | 1-1:30',
      'sb | options io=0x220 irq=5 | 2-3:7',
      'sb | above opl3 | 4-4:17',
      'path[net] | /lib/net | 5-5:18',
      'keep |  | 6-6:4',
      'eepro100 | post-install /sbin/mii-tool -F 100baseTx-FD | 7-7:52',
      'frobnicate | x | 8-8:12',
      'alias |  | 9-9:5',
      '(nothing) | 5 | 10-10:3',
    ]);
  });

  it('of modules.conf nests the branches of conditionals', () => {
    const found = outlineOf(
      '/etc/modules.conf',
      'if -f /x',
      'alias a b',
      'if 1',
      'alias c d',
      'endif',
      'else',
      'alias e f',
      'endif',
      'endif',
      'if 2',
      'alias g h',
    );
    assert.deepEqual(found, [
      'if | -f /x | 0-4:5',
      '  a | alias → b | 1-1:9',
      '  if | 1 | 2-4:5',
      '    c | alias → d | 3-3:9',
      'else |  | 5-7:5',
      '  e | alias → f | 6-6:9',
      'if | 2 | 9-10:9',
      '  g | alias → h | 10-10:9',
    ]);
  });

  it('has bounded depth', () => {
    const symbols = documentSymbols(snapshotOf('if 1\n'.repeat(50_000)));
    assert.ok(JSON.stringify(symbols).length > 50_000);
  });

  it('of modules.dep names the modules', () => {
    const found = outlineOf(
      '/lib/modules/2.4.20/modules.dep',
      '/lib/a.o:\t/lib/b.o \\',
      '\t/lib/c.o',
      '',
      '/lib/b.o:',
    );
    assert.deepEqual(found, ['a.o | /lib/a.o | 0-1:9', 'b.o | /lib/b.o | 3-3:9']);
  });

  it('of modprobe.d names what each line is about', () => {
    const found = outlineOf(
      '/etc/modprobe.d/a.conf',
      '# comment',
      'alias eth0 e1000e more',
      'blacklist pcspkr',
      'options e1000e IntMode=1 \\',
      '  debug=1',
      'install cifs /bin/false',
      'softdep cifs pre: md4',
      'weakdep cifs ptp',
      'frobnicate x y',
      'include z',
      'alias',
    );
    assert.deepEqual(found, [
      'eth0 | alias → e1000e more | 1-1:22',
      'pcspkr | blacklist | 2-2:16',
      'e1000e | options IntMode=1   debug=1 | 3-4:9',
      'cifs | install /bin/false | 5-5:23',
      'cifs | softdep pre: md4 | 6-6:21',
      'cifs | weakdep ptp | 7-7:16',
      'frobnicate | x y | 8-8:14',
      'include | z | 9-9:9',
      'alias |  | 10-10:5',
    ]);
  });

  it('of modules-load.d names the modules', () => {
    const found = outlineOf('/etc/modules-load.d/a.conf', '; comment', ' loop ', 'ptp x=1');
    assert.deepEqual(found, ['loop |  | 1-1:6', 'ptp | x=1 | 2-2:7']);
  });

  it('of depmod.d names the directives, and the module of an override', () => {
    const found = outlineOf('/etc/depmod.d/a.conf', 'search updates built-in', 'override ptp * extra', 'x');
    assert.deepEqual(found, [
      'search | updates built-in | 0-0:23',
      'ptp | override * extra | 1-1:20',
      'x |  | 2-2:1',
    ]);
  });
});
