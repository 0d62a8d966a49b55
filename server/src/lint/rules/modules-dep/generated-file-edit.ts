import { dep26, modulesDepRule } from './support.ts';

export const generatedFileEdit = modulesDepRule({
  id: 'generated-file-edit',
  severity: 'info',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'depmod makes this file.',
    why: 'The next depmod, which every installation of a kernel or of modules runs, overwrites it. kmod does not even read it: it goes by modules.dep.bin. To change what is loaded write a `softdep` in modprobe.d, or `above` and `below` in modules.conf.',
    basis: 'depmod(8); kmod reads modules.dep.bin only.',
    bad: dep26(['kernel/fs/fat.ko:']),
    good: { files: { '/lib/modules/6.1.0/modules.dep': '' } },
  },
  checkDocument({ document }, report) {
    const first = document.lines.findIndex(({ tree }) => tree.kind === 'entry');
    if (first === -1) return;
    const message =
      'depmod overwrites this file, so changes to it are lost; change the configuration and run depmod';
    report({ line: 0, span: { start: 0, end: 0 }, message });
  },
});
