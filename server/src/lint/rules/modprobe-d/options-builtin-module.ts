import type { Parameter } from '../../../syntax/modprobe-d/tree.ts';
import { code } from '../../message.ts';
import { commandsOf, confOn, modprobeDRule, normalized } from './support.ts';

const tree = { 'modules.dep': ['kernel/fs/xfs/xfs.ko:'], 'modules.builtin': ['kernel/drivers/base/loop.ko'] };

export const optionsBuiltinModule = modprobeDRule({
  id: 'options-builtin-module',
  severity: 'warning',
  fix: 'none',
  needs: ['tree'],
  docs: {
    summary: 'Options for what is compiled into the kernel.',
    why: 'modprobe hands options to the modules that it loads. What is compiled in was there before; it takes its parameters from the kernel command line only, as `MODULE.PARAMETER=VALUE`. Whether something is compiled in differs from kernel to kernel.',
    basis:
      '/lib/modules/V/modules.builtin; the kernel parses `MODULE.PARAMETER=` of its command line at boot.',
    bad: confOn(tree, 'options loop max_loop=64'),
    good: confOn(tree, 'options xfs bug_on_assert=1'),
  },
  checkDocument({ document, tree }, report) {
    for (const { line, tree: options } of commandsOf(document, 'options')) {
      const { name, parameters } = options;
      if (name === undefined || parameters.length === 0) continue;
      const module = normalized(name);
      if (!tree.isBuiltin(module) || tree.module(module) !== undefined) continue;
      const words = parameters.filter(isParameter).map(({ text }) => `${module}.${text}`);
      const remedy =
        words.length === 0 ? '' : `; write ${code(words.join(' '))} on the kernel command line instead`;
      const message = `these options have no effect, because ${code(name.text)} is compiled into kernel ${tree.kernel}${remedy}`;
      const span = { start: name.span.start, end: parameters.at(-1)!.span.end };
      report({ line, span, message });
    }
  },
});

function isParameter({ name }: Parameter): boolean {
  return /^[\w-]+$/.test(name.text);
}
