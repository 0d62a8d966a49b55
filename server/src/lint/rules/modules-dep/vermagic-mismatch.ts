import { baseName, directoryName } from '../../../files/paths.ts';
import { type ModuleInfo, valuesOf } from '../../../tree/module-info.ts';
import { code } from '../../message.ts';
import { addedModules } from './added-modules.ts';
import { absolutePath } from './installed-modules.ts';
import { dep26With, modulesDepRule } from './support.ts';

const lines = ['kernel/fs/fat.ko:', 'updates/dkms/wifi.ko:'];
const builtFor = (version: string) =>
  dep26With({ 'updates/dkms/wifi.ko': [`vermagic=${version} SMP preempt mod_unload`] }, lines);

export const vermagicMismatch = modulesDepRule({
  id: 'vermagic-mismatch',
  severity: 'warning',
  fix: 'none',
  needs: ['modinfo'],
  docs: {
    summary: 'A module that was built for another kernel version than that of its tree.',
    why: [
      'The kernel compares the version in the module (`modinfo -F vermagic`, in 2.4 `kernel_version`) with its own and refuses the module: `version magic … should be …`, `Exec format error`.',
      'Only modules with checksums of the symbols that they use (`modversions`) may be of another version; they are not reported.',
      '',
      'The modules below `kernel/`, which come with the kernel, are not looked at. Of the others (`updates/`, `extra/`, `misc/`, …) the first 200 are, as long as their files have no more than 64 MiB together.',
    ].join('\n'),
    basis: 'check_modinfo() and same_magic() of the kernel; in 2.4 the same check in insmod(8).',
    bad: builtFor('5.10.0'),
    good: builtFor('6.1.0'),
  },
  checkDocument(context, report) {
    const { document, location, modinfo } = context;
    const tree = directoryName(location);
    // Only there a directory's name is a version.
    if (baseName(directoryName(tree)) !== 'modules') return;
    const version = baseName(tree);
    for (const { line, tree: entry } of addedModules(document, location)) {
      const info = modinfo(absolutePath(entry.target.text, context));
      const built = info && soleVersion(info);
      if (built === undefined || built === version) continue;
      const who = entry.generation === '2.4' ? 'insmod' : 'the kernel';
      const message = `${who} refuses this module, because it was built for ${code(built)} and not for ${code(version)}; build it for this kernel`;
      report({ line, span: entry.target.span, message });
    }
  },
});

/** @returns the only kernel version that loads a module; undefined where it says none or checksums decide instead. */
function soleVersion(info: ModuleInfo): string | undefined {
  const [magic] = valuesOf(info, 'vermagic');
  if (magic === undefined)
    return valuesOf(info, 'using_checksums')[0] === '1' ? undefined : valuesOf(info, 'kernel_version')[0];
  const [version, ...flags] = magic.split(' ');
  return flags.includes('modversions') ? undefined : version;
}
