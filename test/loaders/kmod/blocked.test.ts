import { strict as assert } from 'node:assert';
import { MemoryFileSystem } from '../../../server/src/files/memory-file-system.ts';
import { blocked } from '../../../server/src/loaders/kmod/blocked.ts';
import { readKmodConfiguration } from '../../../server/src/loaders/kmod/read-configuration.ts';
import { openModuleTree } from '../../../server/src/tree/open-module-tree.ts';

const directory = '/lib/modules/6.1';
const tree = {
  [`${directory}/modules.dep`]: 'user.ko: m.ko base.ko\nm.ko: base.ko\nbase.ko:\nother.ko:\n',
  [`${directory}/modules.alias`]: 'alias pci:v1* m\nalias net-m m\nalias m m\n',
  [`${directory}/modules.symbols`]: 'alias symbol:run m\n',
  [`${directory}/modules.builtin`]: 'inside.ko\n',
};

function report(lines: string, module = 'm') {
  const files = new MemoryFileSystem({ ...tree, '/etc/modprobe.d/m.conf': lines });
  return blocked(module, readKmodConfiguration({ files }), openModuleTree(files, '6.1')!);
}

/** The verdict, then every way with what closes it or is said of it. */
function outline(lines: string, module?: string): string[] {
  const { verdict, ways } = report(lines, module);
  return [
    verdict,
    ...ways.map(
      ({ kind, through, state, closedBy, remark }) =>
        `${kind} ${through}: ${state}${closedBy ? ` by ${closedBy.text}` : ''}${remark ? ` (${remark.text})` : ''}`,
    ),
  ];
}

describe('whether a module is blocked', () => {
  it('is no where there is nothing', () => {
    assert.deepEqual(outline('softdep other post: m\nalias my-* m'), [
      'loadable',
      'name m: open',
      'alias my_*: open',
      'tree-alias pci:v1*: open',
      'tree-alias net_m: open',
      'symbol symbol:run: open',
      'dependency user: open',
      'softdep other: open',
    ]);
  });

  it('is no with a blacklist alone', () => {
    const remark = '(blacklist only hides its aliases)';
    assert.deepEqual(outline('blacklist m\nalias my-* m'), [
      'loadable',
      `name m: open ${remark}`,
      'alias my_*: closed by blacklist m',
      'tree-alias pci:v1*: closed by blacklist m',
      'tree-alias net_m: closed by blacklist m',
      'symbol symbol:run: closed by blacklist m',
      `dependency user: open ${remark}`,
    ]);
  });

  it('is yes with an install line that does nothing', () => {
    const { verdict, ways, fix } = report('install ? /bin/false');
    assert.equal(verdict, 'blocked');
    assert.ok(ways.every(({ state, closedBy }) => state === 'closed' && closedBy?.text === 'install ?'));
    assert.equal(fix, undefined);
  });

  it('is no when a softdep makes the install line void', () => {
    const { verdict, ways, fix } = report('install m /bin/false\nsoftdep m pre: base');
    assert.equal(verdict, 'loadable');
    assert.equal(ways[0]!.remark?.text, 'the softdep of m makes install m void');
    assert.deepEqual(fix, {
      path: '/etc/modprobe.d/block-m.conf',
      lines: ['install m /bin/false', 'softdep m pre:'],
    });
    assert.equal(report('install m /bin/false\nsoftdep m pre: nosuch').verdict, 'blocked');
  });

  it('is unknown when a command decides, unless that loads the module', () => {
    const { verdict, ways, fix } = report('install m /usr/bin/decide');
    assert.equal(verdict, 'unknown');
    assert.ok(ways.every(({ state }) => state === 'unknown'));
    assert.deepEqual(fix, { path: '/etc/modprobe.d/block-m.conf', lines: ['install m /bin/false'] });
    assert.equal(report('install m /sbin/modprobe --ignore-install m && echo').verdict, 'loadable');
    assert.equal(report('install m /sbin/modprobe --ignore-install other').verdict, 'unknown');
  });

  it('is yes when no request leads there and nothing needs it', () => {
    const away = 'alias other off\nblacklist other';
    assert.deepEqual(outline(away, 'other'), ['blocked', 'name other: closed by alias other']);
    assert.equal(report(`${away}\nalias x other`, 'other').verdict, 'blocked');
    assert.equal(report('alias other off\nalias x other', 'other').verdict, 'loadable');
  });

  it('follows what brings a module along', () => {
    const hidden = 'alias m off\nblacklist m\nalias user off';
    assert.deepEqual(outline(hidden).slice(-1), ['dependency user: closed by alias user']);
    assert.equal(report(hidden).verdict, 'blocked');
    assert.deepEqual(outline(`${hidden}\nsoftdep other post: x\nalias x user`).slice(0, 1), ['loadable']);
    assert.deepEqual(outline(`${hidden}\nalias x m\nsoftdep nosuch post: x`).slice(0, 1), ['blocked']);
    assert.deepEqual(outline(`${hidden}\nalias x m\nsoftdep base post: x`).slice(-1), [
      'softdep base: open (blacklist only hides its aliases)',
    ]);
  });

  it('knows aliases that take every request of a pattern', () => {
    const wayOf = (lines: string) => outline(lines).find((line) => line.startsWith('tree-alias pci'));
    assert.equal(wayOf('alias pci:* off'), 'tree-alias pci:v1*: closed by alias pci:*');
    assert.equal(wayOf('alias pci:v12* off'), 'tree-alias pci:v1*: open');
    assert.equal(wayOf('alias pci:v1? off'), 'tree-alias pci:v1*: open');
    assert.equal(wayOf('alias pci:* off\nalias pci:v1* m'), 'tree-alias pci:v1*: open');
  });

  it('puts the fix before what would win over it', () => {
    const files = new MemoryFileSystem({ ...tree, '/etc/modprobe.d/00-a.conf': 'install m decide' });
    const { fix } = blocked('m', readKmodConfiguration({ files }), openModuleTree(files, '6.1')!);
    assert.equal(fix?.path, '/etc/modprobe.d/+block-m.conf');
  });

  it('says when there is no module', () => {
    assert.deepEqual(outline('', 'in-side'), ['absent']);
    assert.deepEqual(outline('', 'inside'), ['built-in']);
  });
});
