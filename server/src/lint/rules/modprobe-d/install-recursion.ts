import { fnmatch } from '../../../files/fnmatch.ts';
import { normalizeName } from '../../../syntax/modprobe-d/names.ts';
import { code } from '../../message.ts';
import { type ModprobeCall, modprobeCalls } from './modprobe-calls.ts';
import { conf, inDirectives, modprobeDRule, normalized } from './support.ts';

export const installRecursion = modprobeDRule({
  id: 'install-recursion',
  severity: 'error',
  fix: 'safe',
  needs: [],
  docs: {
    summary:
      'An `install` or `remove` command that calls modprobe for its own module without `--ignore-install` or `--ignore-remove`.',
    why: 'modprobe runs the command instead of loading the module. If the command calls modprobe for the module again, that runs the command again, and so on without end.',
    basis: 'modprobe(8), `--ignore-install`; modprobe.d(5), `install`.',
    bad: conf('install libnvdimm /usr/bin/ndctl load-keys; modprobe libnvdimm'),
    good: conf(
      'install libnvdimm /usr/bin/ndctl load-keys; modprobe --ignore-install libnvdimm $CMDLINE_OPTS',
    ),
  },
  ...inDirectives(['install', 'remove'], ({ directive, name, argument }, report) => {
    if (name === undefined || argument === undefined) return;
    const option = directive === 'install' ? '--ignore-install' : '--ignore-remove';
    const pattern = normalized(name);
    for (const call of modprobeCalls(argument.text)) {
      if (!runsAgain(call, pattern, directive)) continue;
      const end = argument.spanOf(call.program.start, call.program.end).end;
      report({
        span: argument.spanOf(call.span.start, call.span.end),
        message: `this calls modprobe for ${code(name.text)} again, which runs this command again, without end; add \`${option}\``,
        fix: {
          title: `Add "${option}"`,
          safety: 'safe',
          edits: [{ span: { start: end, end }, newText: ` ${option}` }],
        },
      });
    }
  }),
});

function runsAgain(call: ModprobeCall, pattern: string, directive: 'install' | 'remove'): boolean {
  const { modules, removes, isDry, ignoresInstall, ignoresRemove } = call;
  if (isDry || removes !== (directive === 'remove')) return false;
  if (directive === 'install' ? ignoresInstall : ignoresRemove) return false;
  return modules.some(({ text }) => fnmatch(pattern, normalizeName(text) ?? text));
}
