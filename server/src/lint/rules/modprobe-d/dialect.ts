import type { LineWord } from '../../../syntax/line-word.ts';
import { modprobeD } from '../../../syntax/modprobe-d/language.ts';
import { type CommandLine, directiveNames, type Parameter } from '../../../syntax/modprobe-d/tree.ts';
import type { Dialect, KmodCommand } from '../kmod/dialect.ts';

/** What people write who take the file for a script. */
const shellCommands = new Set([
  ...['depmod', 'insmod', 'lsmod', 'modinfo', 'modprobe', 'rmmod'],
  ...['cd', 'chmod', 'chown', 'cp', 'echo', 'exec', 'exit', 'export', 'ln', 'logger', 'mkdir', 'mknod'],
  ...['mount', 'mv', 'printf', 'rm', 'set', 'sh', 'sleep', 'source', 'sudo', 'sysctl', 'systemctl', 'touch'],
  ...['case', 'do', 'done', 'esac', 'fi', 'for', 'then', 'while'],
  ...['dracut', 'mkinitcpio', 'update-grub', 'update-initramfs'],
]);

export const modprobeDialect: Dialect = {
  language: 'modprobe.d',
  program: 'modprobe',
  lines: modprobeD,
  directives: directiveNames.filter((name) => name !== 'config' && name !== 'include'),
  shellCommands,
  strictWords: (tree) => strictWords(tree as CommandLine & KmodCommand),
  ignoresReturn: ({ directive }) => ['options', 'softdep', 'weakdep'].includes(directive ?? ''),
  sample: 'blacklist pcspkr',
  path: '/etc/modprobe.d/local.conf',
};

function strictWords(tree: CommandLine): readonly LineWord[] {
  const name = tree.name === undefined ? [] : [tree.name];
  switch (tree.directive) {
    case 'options':
      return [...name, ...tree.parameters.map(unquoted)];
    case 'softdep':
      return [...name, ...tree.ignored, ...tree.sections.flatMap(({ modules }) => modules)];
    case 'weakdep':
      return [...name, ...tree.modules];
    case 'install':
    case 'remove':
      return name;
    default:
      return tree.words;
  }
}

/** What may hold blanks is between quotes. */
function unquoted(parameter: Parameter): LineWord {
  const quote = parameter.text.indexOf('"');
  return quote === -1 ? parameter : parameter.slice(0, quote);
}
