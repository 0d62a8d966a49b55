import { baseName } from '../../../files/paths.ts';
import { doesNothing } from '../../../loaders/kmod/command.ts';
import { code } from '../../message.ts';
import { simpleCommands } from '../../shell-commands.ts';
import { commandsOf, conf, modprobeDRule } from './support.ts';

export const installRunsShell = modprobeDRule({
  id: 'install-runs-shell',
  severity: 'info',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'An `install` or `remove` command that runs more than modprobe, `/bin/true` or `/bin/false`.',
    why: [
      'Whatever stands there is run by `/bin/sh` as root, whenever somebody or some device asks for the module, also early in boot. Who can write to what it runs becomes root.',
      'Each program of a file is named once.',
    ].join('\n'),
    basis:
      'modprobe.d(5), `install`: the command is run instead of loading the module; kmod calls system(3).',
    bad: conf('install hfcpci /usr/sbin/mkisdnnod hfcpci'),
    good: conf('softdep hfcpci pre: mISDN_dsp'),
  },
  checkDocument({ document }, report) {
    const named = new Set<string>();
    for (const { line, tree } of commandsOf(document, 'install', 'remove')) {
      const { argument, name } = tree;
      if (argument === undefined || name === undefined || isNamed(argument.text, named)) continue;
      if (doesNothing(argument.text)) continue;
      const program = simpleCommands(argument.text)
        .map(([first]) => first)
        .find(
          (first) => first !== undefined && !harmless.has(baseName(first.text)) && !named.has(first.text),
        );
      if (program === undefined) continue;
      named.add(program.text);
      const when = tree.directive === 'install' ? 'loaded' : 'removed';
      const message = `a shell runs ${code(program.text)} as root whenever ${code(name.text)} is to be ${when}; see that only root can change it`;
      report({ line, span: argument.spanOf(program.start, program.end), message });
    }
  },
});

/** Whether a command is one program that has been named: most lines of a file call the same. */
function isNamed(command: string, named: ReadonlySet<string>): boolean {
  const end = command.indexOf(' ');
  return named.has(end === -1 ? command : command.slice(0, end)) && !/[;&|(]/.test(command);
}

const harmless: ReadonlySet<string> = new Set([
  'modprobe',
  'true',
  'false',
  ':',
  '[',
  'test',
  'echo',
  'rmmod',
]);
