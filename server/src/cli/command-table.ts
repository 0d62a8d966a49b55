import { nearest } from '../lint/nearest.ts';
import { suggestion } from './arguments.ts';
import { checkOptions, mergeOptions } from './check-options.ts';
import type { CommandSpec } from './command-spec.ts';
import * as option from './options.ts';
import { UsageError } from './usage-error.ts';

const unlimited = Number.POSITIVE_INFINITY;

const check = {
  name: 'check',
  operands: '[PATH…]',
  minimum: 0,
  maximum: unlimited,
  summary: 'Find what the loaders will not do as it is meant.',
  description: [
    'Checks files, and directories with everything below them. Without a PATH: what is below the current directory, or with --root every configuration file and module list of that root file system. `-` is standard input.',
    'In directories, a file is checked when its path (modules.conf, modprobe.d/…, modules-load.d/…, modules.dep, …) or its first line (`# modconf: language=…`) says what kind of file it is; the folders .git and node_modules are left out, and links to directories are not followed. With --language every file in them is checked.',
    'A named file of unknown kind is wrong usage, and so is a PATH below which there is nothing to check: a pipeline that checks nothing must not pass.',
  ],
  options: checkOptions,
  examples: [
    { line: 'modconf check /etc/modprobe.d', text: 'one directory' },
    { line: 'modconf check --root /mnt/image', text: 'a whole root file system' },
    {
      line: 'modconf check --language modules.conf - < draft',
      text: 'standard input',
    },
  ],
  statuses: {
    0: 'nothing was found that fails (see --fail-on)',
    1: 'there are errors or warnings (see --fail-on and --max-warnings)',
    2: 'wrong usage, or there was nothing to check',
    3: 'something could not be read or broke; it is named on stderr, and the rest was checked',
  },
} as const satisfies CommandSpec;

const loaderStatuses = {
  0: 'answered',
  1: 'the loader would fail; stderr says why',
  2: 'wrong usage',
  3: 'something could not be read or broke; it is named on stderr',
};

const show = {
  name: 'show',
  operands: '[PATH…]',
  minimum: 0,
  maximum: unlimited,
  summary: 'Show the configuration that the loader ends up with.',
  description: [
    'Prints the effective configuration as the loader’s own `modprobe -c` does: for a modules.conf as modutils 2.4 reads it (without the first comment line), for modprobe.d as kmod does (up to the indexes).',
    'Each modules.conf is a configuration of its own; a directory is one set of modprobe.d files. Without a PATH: the configuration below the root.',
    'Where the loader would fail, what can be read is still printed. A value that only running a command would tell is printed as it is written, with a note on stderr: nothing is ever run.',
  ],
  options: [
    { name: 'origin', text: 'Add to each entry the file and line that it comes from.' },
    {
      name: 'exact',
      text: 'Print a softdep as kmod up to version 34 does, without the blank before `post:` that it forgets.',
    },
    option.language,
    option.root,
    option.kernel,
    option.conf,
    option.cmdline,
    option.stdinPath,
    option.color,
    option.quiet,
    ...option.general,
  ],
  examples: [
    { line: 'modconf show --origin', text: 'which line says what' },
    { line: 'modconf show old/modules.conf new/modules.conf', text: 'two files, one after the other' },
  ],
  statuses: loaderStatuses,
} as const satisfies CommandSpec;

const resolve = {
  name: 'resolve',
  operands: 'NAME…',
  minimum: 1,
  maximum: unlimited,
  summary: 'Say what modprobe would do for a module or alias.',
  description: [
    'Prints for each NAME what the loader would print: `modprobe -n -v NAME` of modutils 2.4, or `modprobe --show-depends NAME` of kmod; on stderr its message where it would fail. Nothing is loaded and nothing is run.',
    'Which loader: a --conf that is a modules.conf means modutils, a modprobe.d directory or file kmod. Without --conf, a modules.dep of the 2.4 kind (.o files) means modutils and one of today’s (.ko files) kmod.',
  ],
  options: [
    { name: 'why', text: 'Explain every step: which line of which file causes it.' },
    { name: 'names', text: 'Print only the names of the modules, as `modprobe -R` of kmod does.' },
    option.root,
    option.kernel,
    option.conf,
    option.cmdline,
    option.dep,
    option.language,
    option.color,
    option.quiet,
    ...option.general,
  ],
  examples: [
    { line: 'modconf resolve --why eth0', text: 'every step with its reason' },
    {
      line: 'modconf resolve --root examples --kernel 2.4.20 msdos',
      text: 'another root and kernel',
    },
  ],
  statuses: loaderStatuses,
} as const satisfies CommandSpec;

const blocked = {
  name: 'blocked',
  operands: 'MODULE…',
  minimum: 1,
  maximum: unlimited,
  summary: 'Prove or refute that modprobe cannot load a module.',
  description: [
    'Looks at every way on which modprobe of today’s kernels comes to a MODULE: its name, the aliases of the configuration and of the module itself, the modules that depend on it or have a softdep on it. Says which ways are open and which line closes each other.',
    'A module that the tree does not have counts as blocked; one that is compiled in never does.',
  ],
  options: [
    {
      name: 'fix-hint',
      text: 'Print only the lines that would close every way, and the file to put them into.',
    },
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['text', 'json'],
      text: 'How the answer is printed. Default: text.',
    },
    option.root,
    option.kernel,
    option.conf,
    option.cmdline,
    option.color,
    option.quiet,
    ...option.general,
  ],
  examples: [
    { line: 'modconf blocked algif_aead', text: 'on this machine' },
    {
      line: 'modconf blocked --root /mnt/image --fix-hint dccp sctp rds tipc',
      text: 'the missing lines, for an image',
    },
  ],
  statuses: {
    0: 'every way to every MODULE is closed',
    1: 'a MODULE can still be loaded, or that depends on a command',
    2: 'wrong usage',
    3: 'something could not be read or broke; it is named on stderr',
  },
} as const satisfies CommandSpec;

const rules = {
  name: 'rules',
  operands: '[ID…]',
  minimum: 0,
  maximum: unlimited,
  summary: 'List the rules, or explain some.',
  description: [
    'Without an ID, lists every rule with its severity and the languages that it is for. With one, explains it: what the loader does, an example that is reported and one that is not.',
  ],
  options: [option.language, option.color, ...option.general],
  examples: [{ line: 'modconf rules path-without-keep', text: 'explain one' }],
  statuses: { 0: 'answered', 2: 'wrong usage, such as a rule that does not exist', 3: 'something broke' },
} as const satisfies CommandSpec;

const merge = {
  name: 'merge',
  operands: 'FILE…',
  minimum: 1,
  maximum: unlimited,
  summary: 'Print what several checks have found as if one had.',
  description: [
    'Takes what `modconf check --format json-lines` has written, in one file or many, and prints it in any format. `-` is standard input. So work can be spread over machines by whatever is at hand, and put together again.',
    'The order is that of the files. A file that breaks off is named: its check did not come to its end.',
  ],
  options: mergeOptions,
  examples: [
    {
      line: 'modconf merge results/*.jsonl --format sarif:fleet.sarif --format text',
      text: 'one report of many',
    },
  ],
  statuses: {
    0: 'nothing was found that fails (see --fail-on)',
    1: 'there are errors or warnings (see --fail-on and --max-warnings)',
    2: 'wrong usage, here or in one of the checks',
    3: 'something could not be read, here or in one of the checks',
  },
} as const satisfies CommandSpec;

const config = {
  name: 'config',
  operands: '[FILE…]',
  minimum: 0,
  maximum: unlimited,
  summary: 'Show what a configuration file says about files.',
  description: [
    'A configuration file is called modconf.json, modconf.jsonc or modconf.toml; the nearest one in the folder of a file or above it holds for it. It says what rules count as, which files are checked, and the root, kernel and language that they have.',
    'Unknown keys and rules in it are errors: nothing is checked with a configuration that makes no sense.',
  ],
  options: [
    { name: 'print', text: 'Show what holds for each FILE, and which line says it.' },
    { name: 'schema', text: 'Print the JSON schema of the configuration file.' },
    option.config,
    option.noConfig,
    option.language,
    option.root,
    option.kernel,
    option.color,
    ...option.general,
  ],
  examples: [{ line: 'modconf config --print etc/modules.conf', text: 'why a rule is off here' }],
  statuses: { 0: 'answered', 2: 'wrong usage, or a configuration that makes no sense', 3: 'something broke' },
} as const satisfies CommandSpec;

const lsp = {
  name: 'lsp',
  operands: '',
  minimum: 0,
  maximum: 0,
  summary: 'Run the language server for editors.',
  description: ['Speaks the Language Server Protocol until the editor ends it. Choose one way to talk.'],
  options: [
    { name: 'stdio', text: 'Standard input and output.' },
    { name: 'node-ipc', text: 'The channel of a Node.js parent process.' },
    { name: 'socket', value: 'PORT', text: 'A TCP port of this machine, on which the editor listens.' },
    {
      name: 'clientProcessId',
      value: 'PID',
      text: 'Handed over by some editors; the server ends with them in any case.',
    },
    ...option.general,
  ],
  examples: [{ line: 'modconf lsp --stdio', text: 'what editors run' }],
  statuses: {
    0: 'ended by the editor',
    1: 'the connection was lost',
    2: 'wrong usage',
    3: 'something broke',
  },
} as const satisfies CommandSpec;

/** Every command. Arguments are read by this table, and help is written from it. */
export const commands = [
  check,
  show,
  resolve,
  blocked,
  rules,
  config,
  merge,
  lsp,
] as const satisfies readonly CommandSpec[];

export type CommandName = (typeof commands)[number]['name'];

/** @throws UsageError when there is no such command. */
export function commandNamed(name: string): (typeof commands)[number] {
  const command = commands.find((candidate) => candidate.name === name);
  if (command !== undefined) return command;
  const names = commands.map((candidate) => candidate.name);
  if (name.startsWith('-')) throw new UsageError(`the first word is a command: ${names.join(', ')}`);
  throw new UsageError(`there is no command \`${name}\`${suggestion(nearest(name, names))}`);
}
