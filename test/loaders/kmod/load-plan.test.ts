import { strict as assert } from 'node:assert';
import { MemoryFileSystem } from '../../../server/src/files/memory-file-system.ts';
import {
  type KmodPlanOptions,
  planKmodLoad,
  resolveNames,
} from '../../../server/src/loaders/kmod/plan-load.ts';
import { printKmodPlan } from '../../../server/src/loaders/kmod/print-plan.ts';
import { readKmodConfiguration } from '../../../server/src/loaders/kmod/read-configuration.ts';
import type { LoadPlan } from '../../../server/src/loaders/load-plan.ts';
import { describeOrigin } from '../../../server/src/loaders/origin.ts';
import { openModuleTree } from '../../../server/src/tree/open-module-tree.ts';

const directory = '/lib/modules/6.1';
const tree = {
  [`${directory}/modules.dep`]: 'a.ko: k/b.ko k/c-d.ko.xz\nk/b.ko: k/c-d.ko.xz\nk/c-d.ko.xz:\nx.ko:\n',
  [`${directory}/modules.alias`]: 'alias pci:v1* x\nalias pci:v12d* a\nalias of-x x\n',
  [`${directory}/modules.symbols`]: 'alias symbol:run b\n',
  [`${directory}/modules.builtin`]: 'k/in-side.ko\n',
  [`${directory}/modules.builtin.modinfo`]: 'in_side.alias=fs-in\0in_side.license=GPL\0',
};

function plan(request: string, lines: string, options: KmodPlanOptions = {}): LoadPlan {
  const files = new MemoryFileSystem({ ...tree, '/etc/modprobe.d/a.conf': lines });
  return planKmodLoad(request, readKmodConfiguration({ files }), openModuleTree(files, '6.1')!, options);
}

/** Each step as it is printed, without the tree's directory, and why it is there. */
function steps({ steps }: LoadPlan): string[] {
  return steps.map((step) => {
    const printed = printKmodPlan({ steps: [step] } as unknown as LoadPlan).trim();
    const reasons = step.reasons.map(
      ({ text, origin }) => `${text}${origin ? ` (${describeOrigin(origin)})` : ''}`,
    );
    return `${printed}: ${reasons.join(', ')}`
      .replaceAll(`${directory}/`, '')
      .replaceAll('/etc/modprobe.d/', '');
  });
}

describe('the load plan of kmod', () => {
  it('inserts dependencies from the far end, each for a reason', () => {
    assert.deepEqual(steps(plan('a', 'options c-d x=1\noptions a y\noptions c_d z="1 2"')), [
      'insmod k/c-d.ko.xz x=1 z="1 2": needed by a (modules.dep:1)',
      'insmod k/b.ko: needed by a (modules.dep:1)',
      'insmod a.ko y: asked for by name (modules.dep:1)',
    ]);
  });

  it('follows every alias, but not from alias to alias', () => {
    const lines = 'alias n-* x\nalias n-1 off\nalias off x\noptions n_* by=alias\noptions x by=name';
    const { outcome, chain, ...rest } = plan('n-1', lines);
    assert.deepEqual(steps({ outcome, chain, ...rest }), [
      'insmod x.ko by=alias by=name: alias n_* (a.conf:1)',
    ]);
    assert.equal(outcome, 'loads');
    assert.deepEqual(
      chain.map(({ name, via }) => [name, via?.text]),
      [
        ['n-1', undefined],
        ['x', 'alias n_*'],
        ['off', 'alias n_1'],
      ],
    );
  });

  it('looks into one place after the other', () => {
    const from = (request: string, lines = '') =>
      plan(request, lines)
        .chain.map(({ name, via }) => `${name} ${via?.kind ?? ''}`)
        .slice(1);
    assert.deepEqual(from('pci:v12d3'), ['a tree-alias', 'x tree-alias']);
    assert.deepEqual(from('pci:v12d3', 'alias pci:* none'), ['none alias']);
    assert.deepEqual(from('symbol:run'), ['b symbol']);
    assert.deepEqual(from('of-x'), ['x tree-alias']);
    assert.deepEqual(from('of-x', 'install of-x y'), ['of_x command']);
    assert.deepEqual(from('of-x', 'remove of_x y'), ['of_x command']);
    assert.deepEqual(from('in-side'), ['in_side builtin']);
    assert.deepEqual(from('fs-in'), ['in_side tree-alias']);
  });

  it('leaves out what is blacklisted, if an alias led there', () => {
    const blacklist = 'blacklist x\nblacklist c_d';
    const { outcome, skipped = [], steps: none } = plan('of-x', blacklist);
    assert.deepEqual([outcome, none], ['nothing', []]);
    assert.deepEqual(
      skipped.map(({ module, reason }) => [module, describeOrigin(reason.origin!)]),
      [['x', '/etc/modprobe.d/a.conf:1']],
    );
    assert.equal(plan('x', blacklist).steps.length, 1);
    assert.equal(plan('x', blacklist, { useBlacklist: true }).steps.length, 0);
    assert.equal(plan('a', blacklist).steps.length, 3);
  });

  it('runs install lines, also for what does not exist', () => {
    const lines = 'install ? /bin/true\ninstall a never\noptions a p';
    assert.deepEqual(steps(plan('a', lines)), [
      'insmod k/c-d.ko.xz: needed by a (modules.dep:1)',
      'install /bin/true: needed by a (modules.dep:1), install ? (a.conf:1)',
      'install /bin/true p: asked for by name (modules.dep:1), install ? (a.conf:1)',
    ]);
    assert.deepEqual(steps(plan('m.n', 'install m.n run')), [
      'install run: install line of that name (a.conf:1), install m.n (a.conf:1)',
    ]);
  });

  it('says what an install line leaves open', () => {
    assert.equal(plan('x', 'install x /bin/false').outcome, 'nothing');
    assert.equal(plan('x', 'install x true # no').outcome, 'nothing');
    assert.equal(plan('x', 'install x /bin/true; modprobe x').outcome, 'unknown');
    assert.equal(plan('x', 'install x modprobe --ignore-install x').outcome, 'unknown');
  });

  it('passes an install line over for a softdep that leads somewhere', () => {
    const install = 'install x /bin/false\n';
    assert.deepEqual(steps(plan('x', `${install}softdep x pre: b post: none`)), [
      'insmod k/c-d.ko.xz: needed by b (modules.dep:2)',
      'insmod k/b.ko: softdep x pre: (a.conf:2)',
      'insmod x.ko: asked for by name (modules.dep:4), install x is passed over because of the softdep (a.conf:1)',
    ]);
    assert.equal(plan('x', `${install}softdep x pre: none`).outcome, 'nothing');
    assert.equal(plan('x', `${install}softdep x pre:\nsoftdep x pre: b`).outcome, 'nothing');
    assert.equal(plan('x', install, { ignoreInstall: true }).outcome, 'loads');
  });

  it('visits what softdeps ask for once, and dependencies each time', () => {
    const lines = 'softdep x pre: b post: a b x\nsoftdep b pre: x\nsoftdep c_d post: x';
    assert.deepEqual(
      plan('x', lines).steps.map(({ module }) => module),
      ['c_d', 'b', 'x', 'c_d', 'b', 'a'],
    );
  });

  it('goes through a long chain of softdeps', () => {
    const count = 20_000;
    const chain = Array.from(
      { length: count },
      (_, at) => `alias s${at} m${at}\nsoftdep m${at} post: s${at + 1}`,
    );
    const { steps: few } = plan('s0', `${chain.join('\n')}\nalias s${count} x`);
    assert.deepEqual(
      few.map(({ module }) => module),
      ['x'],
    );
  });

  it('says what it cannot find', () => {
    const failed = plan('no-such', '');
    assert.deepEqual([failed.outcome, failed.status], ['fails', 1]);
    assert.deepEqual(failed.messages, [
      'modprobe: FATAL: Module no-such not found in directory /lib/modules/6.1',
    ]);
    assert.deepEqual(plan('a]', '').messages, [
      'modprobe: FATAL: Module a] not found in directory /lib/modules/6.1',
    ]);
    assert.deepEqual(plan('x', 'softdep x pre: [a').messages, [
      "modprobe: ERROR: failed to lookup dependency '[a', continuing anyway.",
    ]);
  });

  it('takes the path of a module file', () => {
    assert.deepEqual(steps(plan(`${directory}/x.ko`, '')), [
      'insmod x.ko: asked for by path (modules.dep:4)',
    ]);
    assert.deepEqual(plan('./x.ko', '').messages, [
      'modprobe: FATAL: Failed to get module from path ./x.ko: No such file or directory',
    ]);
  });

  it('resolves names without looking whether they exist', () => {
    const files = new MemoryFileSystem({ ...tree, '/etc/modprobe.d/a.conf': 'alias y* off\nalias y? x' });
    const configuration = readKmodConfiguration({ files });
    const answer = (name: string) => resolveNames(name, configuration, openModuleTree(files, '6.1')!);
    assert.deepEqual(answer('y1'), { names: ['off', 'x'], messages: [], status: 0 });
    assert.equal(answer('z').status, 1);
  });
});
