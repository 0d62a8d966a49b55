import { lookup } from '../../../loaders/kmod/lookup.ts';
import { normalizeName } from '../../../syntax/modprobe-d/names.ts';
import { code } from '../../message.ts';
import { namesOf } from '../modprobe-d/tree-names.ts';
import { requestsIn } from './requests.ts';
import { loadWith, modulesLoadDRule } from './support.ts';

const tree = { '/lib/modules/6.1.0/modules.dep': ['kernel/drivers/hwmon/nct6775.ko:'] };

export const unknownModule = modulesLoadDRule({
  id: 'unknown-module',
  severity: 'warning',
  fix: 'unsafe',
  needs: ['set', 'tree'],
  docs: {
    summary: 'A name that no module of the kernel has.',
    why: 'At boot systemd-modules-load answers `Failed to find module`, and the service fails. The module may be misspelt, gone from newer kernels, or not yet installed.',
    basis: 'modules.dep, modules.builtin and the aliases of /lib/modules/V and of modprobe.d.',
    bad: loadWith(tree, 'nct6755'),
    good: loadWith(tree, 'nct6775'),
  },
  checkDocument({ document, set, tree }, report) {
    for (const { name, origin } of requestsIn(document, set.load)) {
      if (lookup(name, set.kmod, tree).modules.length > 0) continue;
      const names = namesOf(tree);
      const normalized = normalizeName(name) ?? name;
      const meant = names.inOtherCase(normalized) ?? names.oneSlipFrom(normalized);
      const { line, span } = origin;
      const fact = `loading ${code(name)} fails at boot, because kernel ${tree.kernel} has no such module`;
      const fix = {
        title: `Write "${meant}"`,
        safety: 'unsafe',
        edits: [{ line, span, newText: meant ?? '' }],
      } as const;
      if (meant === undefined)
        report({ line, span, message: `${fact}; correct the name, or install the module` });
      else report({ line, span, message: `${fact}; did you mean ${code(meant)}?`, fix });
    }
  },
});
