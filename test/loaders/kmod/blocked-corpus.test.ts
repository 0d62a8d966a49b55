import { strict as assert } from 'node:assert';
import { baseName } from '../../../server/src/files/paths.ts';
import { blocked, type JudgedWay } from '../../../server/src/loaders/kmod/blocked.ts';
import { lookup } from '../../../server/src/loaders/kmod/lookup.ts';
import { planKmodLoad } from '../../../server/src/loaders/kmod/plan-load.ts';
import type { PlanStep } from '../../../server/src/loaders/load-plan.ts';
import { describeCorpus } from '../../support/corpus.ts';
import { configurationOnTree, corpusKernels, corpusTree } from '../../support/corpus-trees.ts';

/** What people write to keep a module out, and what defeats it. */
const attempts: readonly ((module: string, other: string) => string)[] = [
  () => '',
  (module) => `blacklist ${module}`,
  (module) => `install ${module} /bin/false`,
  (module) => `install ${module} /bin/true\nblacklist ${module}`,
  (module, other) => `install ${module} /bin/false\nsoftdep ${module} pre: ${other}`,
  (module) => `install ${module} /bin/false\nsoftdep ${module} pre: nosuch`,
  (module) => `alias ${module} off\nblacklist ${module}`,
  (module, other) => `alias ${module} off\nblacklist ${module}\nsoftdep ${other} post: ${module}`,
  (module) => `alias * off\nalias by-me ${module}`,
  (module) => `install ${module} echo ${module}`,
];

/** How many modules of each tree are looked at, others for each attempt. */
const samples = 14;

describeCorpus('a verdict on a block agrees with the load plan', () => {
  for (const kernel of corpusKernels) {
    const modules = [...corpusTree(kernel).modules()].map(({ name }) => name);
    const stride = Math.ceil(modules.length / samples);
    attempts.forEach((attempt, offset) => {
      it(`${kernel}: ${attempt('M', 'OTHER').replaceAll('\n', ', ') || 'nothing'}`, () => {
        const chosen = modules.filter((_, index) => index % stride === offset * 7);
        assert.ok(chosen.length > 1);
        chosen.forEach((module, index) => {
          const other = chosen[(index + 1) % chosen.length]!;
          check(kernel, module, { 'm.conf': attempt(module, other) });
        });
      });
    });
  }
});

function check(kernel: string, module: string, files: Readonly<Record<string, string>>): void {
  const tree = corpusTree(kernel);
  const configuration = configurationOnTree(kernel, files);
  const report = blocked(module, configuration, tree);
  assert.ok(report.ways.length > 0);
  for (const way of report.ways) {
    const plan = planKmodLoad(requestFor(way), configuration, tree);
    const steps = plan.steps.filter((step) => step.module === module);
    const inserts = steps.filter(({ action }) => action === 'insmod');
    const says = `${way.kind} ${way.through} is ${way.state}`;
    if (way.state === 'closed') {
      const isLocked = report.install.kind === 'closes';
      assert.deepEqual(isLocked ? inserts : inserts.filter((step) => isThere(step, way)), [], says);
    } else if (isRequest(way) || lookup(way.through, configuration, tree).modules[0]?.name === way.through) {
      assert.ok((way.state === 'open' ? inserts : steps).length > 0, says);
    }
  }
  if (report.fix === undefined) return;
  const fixed = { ...files, [baseName(report.fix.path)]: report.fix.lines.join('\n') };
  assert.equal(blocked(module, configurationOnTree(kernel, fixed), tree).verdict, 'blocked');
}

const isRequest = ({ kind }: JudgedWay): boolean => kind !== 'dependency' && kind !== 'softdep';

/** A request that takes the way: of a pattern, one that it matches. */
function requestFor({ kind, through }: JudgedWay): string {
  return kind === 'alias' || kind === 'tree-alias'
    ? through
        .replaceAll(/\[(.)[^\]]*\]/g, '$1')
        .replaceAll('?', '0')
        .replaceAll('*', '')
    : through;
}

/** Whether a step is there because of the way, and not because the request led to the module on another one. */
function isThere({ reasons: [reason] }: PlanStep, way: JudgedWay): boolean {
  if (isRequest(way)) return ['request', 'alias', 'tree-alias', 'symbol'].includes(reason!.kind);
  return way.kind === 'dependency'
    ? reason!.text === `needed by ${way.through}`
    : reason!.origin === way.origin;
}
