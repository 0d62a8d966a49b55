import { baseName, directoryName } from '../../../files/paths.ts';
import { modprobeDRule } from './support.ts';

export const obsoleteModprobeConf = modprobeDRule({
  id: 'obsolete-modprobe-conf',
  severity: 'warning',
  fix: 'none',
  needs: [],
  docs: {
    summary: '/etc/modprobe.conf, which modprobe no longer reads.',
    why: 'module-init-tools read it. kmod reads only the directories of modprobe.d, and says nothing about the file: what stands in it has no effect.',
    basis: 'kmod, since its first release; modprobe.d(5) lists what is read.',
    bad: { files: { '/etc/modprobe.conf': 'blacklist pcspkr\n' } },
    good: { files: { '/etc/modprobe.d/local.conf': 'blacklist pcspkr\n' } },
  },
  checkDocument({ location }, report) {
    const name = baseName(location);
    if (!/^modprobe\.conf(\.local)?$/.test(name) || baseName(directoryName(location)) !== 'etc') return;
    const message = `modprobe does not read /etc/${name}; move its lines to a file in /etc/modprobe.d`;
    report({ line: 0, span: { start: 0, end: 0 }, message });
  },
});
