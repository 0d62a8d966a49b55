import { baseName } from '../../../files/paths.ts';
import { installedModules } from './installed-modules.ts';
import { dep26, modulesDepRule } from './support.ts';

const example = dep26(['kernel/fs/fat.ko:'], ['kernel/fs/fat.ko']);
const [own, module] = Object.keys(example.files) as [string, string];

export const depStale = modulesDepRule({
  id: 'dep-stale',
  severity: 'warning',
  fix: 'none',
  needs: ['files'],
  docs: {
    summary: 'modules.dep is older than a module file of its tree.',
    why: 'What a module needs is read out of the module when depmod runs. A module that was replaced since may need others now, and modprobe goes by the old list.',
    basis: 'depmod(8); modprobe never looks into the modules for their dependencies.',
    bad: { ...example, modified: { [own]: '2024-04-01', [module]: '2024-05-01' } },
    good: { ...example, modified: { [own]: '2024-05-01', [module]: '2024-04-01' } },
  },
  checkDocument(context, report) {
    const { files, location } = context;
    const made = files.stat(location)?.modified;
    if (made === undefined) return;
    const newer = [...installedModules(context)]
      .filter((path) => (files.stat(path)?.modified ?? made) > made)
      .sort();
    const [first] = newer;
    if (first === undefined) return;
    const others = newer.length === 1 ? 'is' : `and ${newer.length - 1} more module files are`;
    report({
      line: 0,
      span: { start: 0, end: 0 },
      message: `modprobe goes by an old list: \`${baseName(first)}\` ${others} newer than this file; run \`depmod -a\``,
    });
  },
});
