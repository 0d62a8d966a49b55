import type { FileStat } from '../../../files/file-system.ts';
import { locateConfiguration } from '../../../loaders/modutils/locate-configuration.ts';
import { isModutilsKernel, modulesConfRule } from './support.ts';

const day = { old: '2003-04-01', new: '2003-05-01' };

export const configNewerThanDep = modulesConfRule({
  id: 'config-newer-than-dep',
  severity: 'info',
  fix: 'none',
  needs: ['set', 'files'],
  docs: {
    summary: 'The configuration is newer than modules.dep.',
    why: 'Search paths and prune lists decide what depmod writes into modules.dep. modprobe says `Note: CONF is more recent than DEPFILE` at every call until depmod -a has run.',
    basis: 'modutils 2.4, modprobe: it compares the times of the two files.',
    bad: {
      files: { '/etc/modules.conf': 'alias eth0 eepro100\n', '/lib/modules/2.4.20/modules.dep': '' },
      kernel: '2.4.20',
      modified: { '/etc/modules.conf': day.new, '/lib/modules/2.4.20/modules.dep': day.old },
    },
    good: {
      files: { '/etc/modules.conf': 'alias eth0 eepro100\n', '/lib/modules/2.4.20/modules.dep': '' },
      kernel: '2.4.20',
      modified: { '/etc/modules.conf': day.old, '/lib/modules/2.4.20/modules.dep': day.new },
    },
  },
  checkDocument({ document, set, files }, report) {
    if (set.main?.document !== document || !isModutilsKernel(set.kernel)) return;
    // Beside a modules.conf a conf.modules is not read.
    if (set.main.path === '/etc/conf.modules' && locateConfiguration(files).path !== set.main.path) return;
    const depfile = set.generatedFiles.find((entry) => entry.name === 'depfile')?.value;
    const path = depfile?.known ? depfile.words[0] : undefined;
    const own = files.stat(set.main.path);
    const dependencies = path === undefined ? undefined : files.stat(path);
    if (own === undefined || dependencies === undefined) return;
    if (seconds(own) <= seconds(dependencies)) return;
    const message = `modprobe notes at every call that this file is more recent than ${path}; run \`depmod -a\``;
    report({ line: 0, span: { start: 0, end: 0 }, message });
  },
});

/** modprobe compares whole seconds. */
function seconds({ modified }: FileStat): number {
  return Math.floor(modified / 1000);
}
