import { baseName } from '../../../files/paths.ts';
import { relatedTo } from '../../origins.ts';
import { entriesIn } from './own-entries.ts';
import { filesOn, modprobeDRule } from './support.ts';
import { isOfTree, sameLists } from './tree-softdeps.ts';
import { winningSoftdep } from './winners.ts';

const tree = {
  'modules.dep': ['kernel/drivers/vfio/vfio.ko:'],
  'modules.softdep': ['softdep vfio post: vfio_iommu_type1'],
};

export const softdepShadowedByKernel = modprobeDRule({
  id: 'softdep-shadowed-by-kernel',
  severity: 'warning',
  fix: 'none',
  needs: ['set', 'tree'],
  docs: {
    summary: 'A `softdep` for a module that has one of its own, in a file that is read later.',
    why: 'depmod writes the softdeps that modules bring along to /lib/modules/V/modules.softdep. modprobe reads that file among the others, by its name: a file that sorts behind `modules.softdep`, such as `nvidia.conf` or `usb.conf`, comes too late, and only the first softdep of a module counts.',
    basis: 'kmod sorts modules.softdep in among the configuration files by its base name.',
    bad: filesOn(tree, { '/etc/modprobe.d/vfio.conf': ['softdep vfio pre: vfio_pci'] }),
    good: filesOn(tree, {
      '/etc/modprobe.d/50-vfio.conf': ['softdep vfio pre: vfio_pci post: vfio_iommu_type1'],
    }),
  },
  checkDocument({ document, set }, report) {
    for (const entry of entriesIn('softdeps', set, document)) {
      const winner = winningSoftdep(entry, set);
      if (winner === undefined || winner === entry || !isOfTree(winner) || sameLists(winner, entry)) continue;
      const { line, span, file } = entry.origin;
      const name = baseName(file.path);
      const earlier = `50-${name}`;
      report({
        line,
        span,
        message: `modprobe ignores this softdep, because the kernel's own for \`${winner.module}\` is read first; call the file \`${earlier}\`, which sorts before \`modules.softdep\``,
        unnecessary: true,
        ...relatedTo(winner.origin, 'this one counts'),
      });
    }
  },
});
