import { absolutePath, installedModules } from './installed-modules.ts';
import { dep26, entriesOf, modulesDepRule } from './support.ts';

export const depMissingFile = modulesDepRule({
  id: 'dep-missing-file',
  severity: 'warning',
  fix: 'none',
  needs: ['files'],
  docs: {
    summary: 'A module file that is listed but not there.',
    why: 'modprobe answers that the file does not exist, for the module and for all that need it. The file was removed or compressed since depmod ran; run it again. Nothing is said where the tree holds no module files at all.',
    basis: 'modprobe opens the files that modules.dep names; depmod(8).',
    bad: dep26(['kernel/fs/fat.ko:', 'kernel/fs/vfat.ko: kernel/fs/fat.ko'], ['kernel/fs/vfat.ko']),
    good: dep26(
      ['kernel/fs/fat.ko:', 'kernel/fs/vfat.ko: kernel/fs/fat.ko'],
      ['kernel/fs/vfat.ko', 'kernel/fs/fat.ko'],
    ),
  },
  checkDocument(context, report) {
    const installed = installedModules(context);
    if (installed.size === 0) return;
    for (const { line, tree } of entriesOf(context.document)) {
      if (tree.generation === undefined) continue;
      const path = absolutePath(tree.target.text, context);
      if (installed.has(path) || context.files.stat(path) !== undefined) continue;
      const message = 'there is no such file, so modprobe cannot load the module; run `depmod -a`';
      report({ line, span: tree.target.span, message });
    }
  },
});
