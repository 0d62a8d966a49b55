import type { DirectiveName } from '../../../syntax/modules-conf/tree.ts';
import { conf, generatedFileDirectives, modulesConfRule } from './support.ts';

export const noModprobeEquivalent = modulesConfRule({
  id: 'no-modprobe-equivalent',
  severity: 'info',
  fix: 'none',
  needs: [],
  profiles: ['migration'],
  docs: {
    summary: 'A directive that has no form in modprobe.d.',
    why: [
      'kmod, which loads the modules of kernels since 2.6, reads modprobe.d. It has no search paths, no conditions, no variables and no probing:',
      'such lines have to be solved in another way, or are no longer needed because depmod finds the modules of the whole tree.',
    ].join('\n'),
    basis: 'modprobe.d(5) lists all directives that kmod knows.',
    bad: conf('keep', 'path[misc]=/usr/local/lib/modules'),
    good: conf('options sb irq=5'),
  },
  checkLine({ tree }, report) {
    if (tree.kind !== 'directive' || tree.directive === undefined) return;
    const advice = advices.get(tree.directive);
    if (advice === undefined) return;
    report({ span: tree.name.span, message: `kmod has nothing like \`${tree.name.text}\`: ${advice}` });
  },
});

const depmod =
  'depmod finds every module below /lib/modules/VERSION; put directories elsewhere into depmod.d';
const conditions = 'modprobe.d has no conditions; keep the lines that hold for the machine';

const advices = new Map<DirectiveName, string>([
  ['path', depmod],
  ['keep', depmod],
  ['prune', 'depmod passes over all that is no module; remove it'],
  ['persistdir', 'modules no longer keep data; remove it'],
  ['insmod_opt', 'modprobe no longer calls insmod; remove it'],
  ['define', 'modprobe.d has no variables; write the value out'],
  ['if', conditions],
  ['elseif', conditions],
  ['else', conditions],
  ['endif', conditions],
  ['probe', 'write an `install` line that tries one module after the other with `||`'],
  ...generatedFileDirectives.map((name) => [name, 'its place is fixed; remove the line'] as const),
]);
