import { code } from '../../message.ts';
import { blameOf } from '../kmod/bad-line.ts';
import { modprobeDialect } from './dialect.ts';
import { conf, modprobeDRule } from './support.ts';

export const shellCommandAsDirective = modprobeDRule({
  id: 'shell-command-as-directive',
  severity: 'error',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary: 'A command line such as `modprobe x` or `echo …` in a file that is no script.',
    why: 'The files of modprobe.d are read, not run. modprobe ignores the line. What is to be loaded at boot is listed in /etc/modules-load.d; what is to be run when a module is loaded stands behind `install MODULE`.',
    basis: 'modprobe.d(5) lists the directives; kmod ignores lines with any other first word.',
    bad: conf('modprobe nct6775'),
    good: { files: { '/etc/modules-load.d/local.conf': 'nct6775\n' } },
  },
  lines: ['fault'],
  checkLine(line, report) {
    const { tree, raw } = line;
    if (tree.kind !== 'command' || blameOf(line, modprobeDialect) !== 'shell-command') return;
    const { text, span } = tree.command;
    const end = raw.trimEnd().length;
    // Behind a `#` a continued line stays one comment.
    const edits = [{ span: { start: 0, end: span.start }, newText: '# ' }];
    report({
      span: { start: span.start, end },
      message: `modprobe ignores this line and runs no ${code(text)}, because this file is no script; ${adviceFor(text)}`,
      fix: { title: 'Turn the line into a comment', safety: 'unsafe', edits },
    });
  },
});

function adviceFor(program: string): string {
  const name = program.slice(program.lastIndexOf('/') + 1);
  switch (name) {
    case 'modprobe':
    case 'insmod':
      return 'to load a module at boot list it in /etc/modules-load.d';
    case 'rmmod':
      return 'to keep a module out write `install MODULE /bin/false`';
    default:
      return 'to run a command when a module is loaded write `install MODULE COMMAND`';
  }
}
