import { languageIds } from '../syntax/language.ts';
import type { OptionSpec } from './command-spec.ts';
import { formatNames } from './report/formats.ts';

/** Options that more than one command has. */

const help: OptionSpec = { name: 'help', short: 'h', text: 'Say how to use it, and end.' };

const version: OptionSpec = { name: 'version', text: 'Print the version, and end.' };

/** What every command has. */
export const general: readonly OptionSpec[] = [help, version];

export const quiet: OptionSpec = {
  name: 'quiet',
  short: 'q',
  text: 'Leave out summaries and notes; findings, answers and errors stay.',
};

export const color: OptionSpec = {
  name: 'color',
  value: 'WHEN',
  choices: ['auto', 'always', 'never'],
  text: 'Use colours. auto (the default): on a terminal, unless the environment variable NO_COLOR is set.',
};

export const format: OptionSpec = {
  name: 'format',
  value: 'FORMAT[:FILE]',
  choices: formatNames,
  repeatable: true,
  toFile: true,
  text: 'How findings are printed, and into which file. Several may be given, one of them without a FILE. Default: text, and github where the environment variable GITHUB_ACTIONS is true.',
};

export const config: OptionSpec = {
  name: 'config',
  value: 'FILE',
  text: 'The configuration file. Default: the nearest modconf.json, modconf.jsonc or modconf.toml in the folder of each file or above; for the files of a --root, in the current directory or above.',
};

export const noConfig: OptionSpec = { name: 'no-config', text: 'Look for no configuration file.' };

export const root: OptionSpec = {
  name: 'root',
  value: 'DIR',
  text: 'The root file system whose configuration, module trees and included files count: an image, a container, a build tree. Default: /. Nothing outside it is read because a file says so.',
};

export const kernel: OptionSpec = {
  name: 'kernel',
  value: 'VERSION',
  text: 'The kernel version, as uname -r prints it. Default: for the root / the running kernel if its module tree is there, otherwise the newest below lib/modules of the root.',
};

export const conf: OptionSpec = {
  name: 'conf',
  value: 'PATH',
  text: 'A file or a directory to be read instead of the configuration below the root. A directory is a set of modprobe.d files. The module tree’s own modules.softdep and modules.weakdep still take part.',
};

export const dep: OptionSpec = {
  name: 'dep',
  value: 'FILE',
  text: 'A modules.dep to be read instead of the module tree’s.',
};

export const cmdline: OptionSpec = {
  name: 'cmdline',
  value: 'TEXT',
  text: 'The kernel command line, as in /proc/cmdline, whose `MODULE.PARAMETER=VALUE` and `modprobe.blacklist=` take part in kmod’s configuration. Default: none.',
};

export const language: OptionSpec = {
  name: 'language',
  value: 'LANGUAGE',
  choices: languageIds,
  text: 'What kind of file it is. Default: by a first line `# modconf: language=LANGUAGE`, then by the path.',
};

export const stdinPath: OptionSpec = {
  name: 'stdin-path',
  value: 'PATH',
  text: 'The path that standard input (-) stands for.',
};
