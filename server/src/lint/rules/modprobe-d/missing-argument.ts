import type { LineWord } from '../../../syntax/line-word.ts';
import type { CommandLine, DirectiveName } from '../../../syntax/modprobe-d/tree.ts';
import type { LineFinding } from '../../rule.ts';
import { blameOf } from '../kmod/bad-line.ts';
import { modprobeDialect } from './dialect.ts';
import { conf, isDirective, modprobeDRule } from './support.ts';

/** What each directive needs. */
const needed: Readonly<Record<DirectiveName, string>> = {
  alias: 'a pattern and a module',
  blacklist: 'a module',
  config: '',
  include: '',
  install: 'a module and a command',
  options: 'a module and its options',
  remove: 'a module and a command',
  softdep: 'a module, `pre:` or `post:`, and modules',
  weakdep: 'a module and modules',
};

export const missingArgument = modprobeDRule({
  id: 'missing-argument',
  severity: 'error',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A directive without what it needs: `blacklist`, `alias x`, `options x`, `install x`.',
    why: [
      'modprobe answers `ignoring bad line` and reads on; the line has no effect.',
      'With more than one blank behind the name the line is accepted, without a word, as one that says nothing: `install x` then runs an empty command and never loads the module.',
    ].join('\n'),
    basis:
      'kmod ignores lines on which strtok(3) finds too few words; see modprobe.d(5) for what each needs.',
    bad: conf('install usb-storage'),
    good: conf('install usb-storage /bin/false'),
  },
  lines: ['fault', 'install', 'options', 'remove', 'softdep', 'weakdep'],
  checkLine(line, report) {
    const { tree } = line;
    if (tree.kind !== 'command') return;
    if (blameOf(line, modprobeDialect) === 'missing-argument') report(ignored(tree));
    else if (isDirective(tree, 'install', 'remove', 'options', 'weakdep', 'softdep')) {
      const effect = effectOfNothing(tree);
      if (effect !== undefined) report({ span: written(tree), message: effect, severity: 'warning' });
    }
  },
});

function ignored(tree: CommandLine): LineFinding {
  const { directive = 'blacklist' } = tree;
  const message = `modprobe ignores this line, because \`${directive}\` needs ${needed[directive]}; complete or remove it`;
  return { span: written(tree), message };
}

function written({ command, name }: CommandLine) {
  return { start: command.span.start, end: (name ?? command).span.end };
}

/** What modprobe makes of a line that it accepts although there is nothing behind the name. */
function effectOfNothing(tree: CommandLine): string | undefined {
  switch (tree.directive) {
    case 'install':
    case 'remove':
      return isNothing(tree.argument)
        ? `modprobe runs an empty command and never ${tree.directive === 'install' ? 'loads' : 'removes'} the module; write a command, or remove the line`
        : undefined;
    case 'options':
      return tree.parameters.length === 0
        ? 'modprobe accepts this line, which has no options, without effect; write some, or remove the line'
        : undefined;
    case 'weakdep':
      return tree.modules.length === 0
        ? 'modprobe accepts this line, which names no modules, without effect; name some, or remove the line'
        : undefined;
    case 'softdep':
      return tree.sections.length === 0 && tree.ignored.length === 0
        ? 'modprobe takes this for an empty softdep, which hides later ones of the module; write `pre:` behind the name if that is meant'
        : undefined;
    default:
      return undefined;
  }
}

function isNothing(argument: LineWord | undefined): boolean {
  return argument === undefined || argument.text.trim() === '';
}
