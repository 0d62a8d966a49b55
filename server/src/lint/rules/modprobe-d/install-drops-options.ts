import { modprobeCalls } from './modprobe-calls.ts';
import { conf, inDirectives, modprobeDRule } from './support.ts';

export const installDropsOptions = modprobeDRule({
  id: 'install-drops-options',
  severity: 'info',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary: 'An `install` command that loads the module itself without `$CMDLINE_OPTS`.',
    why: 'modprobe puts what it was given on its command line for the module, `modprobe M a=1`, in the place of `$CMDLINE_OPTS`. Without it such options are lost; those of `options` lines are not, because the inner modprobe reads them again.',
    basis: 'modprobe.d(5), `install`.',
    bad: conf('install sbp2 modprobe ohci1394; modprobe --ignore-install sbp2'),
    good: conf('install sbp2 modprobe ohci1394; modprobe --ignore-install sbp2 $CMDLINE_OPTS'),
  },
  ...inDirectives(['install'], ({ argument }, report) => {
    if (argument === undefined) return;
    for (const { ignoresInstall, handsOptionsOn, isDry, removes, modules, span } of modprobeCalls(
      argument.text,
    )) {
      const [module] = modules;
      if (!ignoresInstall || handsOptionsOn || isDry || removes || module === undefined) continue;
      const { end } = argument.spanOf(module.start, module.end);
      report({
        span: argument.spanOf(span.start, span.end),
        message: `options that modprobe is called with do not reach \`${module.text}\`; add \`$CMDLINE_OPTS\``,
        fix: {
          title: 'Add "$CMDLINE_OPTS"',
          safety: 'unsafe',
          edits: [{ span: { start: end, end }, newText: ' $CMDLINE_OPTS' }],
        },
      });
    }
  }),
});
