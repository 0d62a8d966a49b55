import type { DirectiveName } from '../../syntax/modules-conf/tree.ts';
import type { DirectiveDoc, ParameterDoc } from '../directive-doc.ts';

const module: ParameterDoc = { name: 'MODULE', what: 'a module or an alias' };
const modules: ParameterDoc = { name: 'MODULES…', what: 'modules or aliases' };
const command: ParameterDoc = { name: 'COMMAND', what: 'a shell command; it is run as root' };
const addNote =
  'Without `add` in front it replaces what earlier lines said for the same name; `add` appends.';
const firstWins = 'Of several lines for one module only the first counts.';

/** A directive that runs a command around loading or unloading. */
function commandDoc(name: string, summary: string, ...traps: string[]): DirectiveDoc {
  return {
    form: `${name} MODULE COMMAND`,
    parameters: [module, command],
    summary,
    traps: [firstWins, 'The command is handed to `/bin/sh` as it stands and runs as root.', ...traps],
  };
}

/** A directive that names a file which depmod makes. */
function generatedFileDoc(name: string, what: string): DirectiveDoc {
  return {
    form: `${name}=PATH`,
    parameters: [{ name: 'PATH', what: 'where the file is' }],
    summary: `Where the ${what} is, instead of in \`/lib/modules/VERSION\`.`,
    traps: ['A second line of this kind makes the whole configuration invalid: modprobe then loads nothing.'],
  };
}

/** What each directive of modules.conf does, and what surprises people. */
export const modulesConfDocs: Readonly<Record<DirectiveName, DirectiveDoc>> = {
  above: {
    form: 'above MODULE MODULES…',
    parameters: [module, modules],
    summary: 'After MODULE is loaded, also loads these on top of it.',
    traps: [
      'When one of them fails to load, the others stay.',
      'One that does not exist makes the whole request fail.',
      addNote,
    ],
  },
  alias: {
    form: 'alias NAME MODULE',
    parameters: [
      { name: 'NAME', what: 'what is asked for: `eth0`, `char-major-10-135`, a device file' },
      {
        name: 'MODULE',
        what: 'the module or alias that it stands for; `off` refuses, `null` loads nothing and succeeds',
      },
    ],
    summary: 'NAME stands for MODULE: who asks for NAME gets MODULE.',
    traps: [
      'Only the first word behind NAME counts.',
      'A later alias of the same NAME replaces the earlier one; `add` has no effect here.',
      'A chain of aliases that comes back to itself makes modprobe hang.',
    ],
  },
  below: {
    form: 'below MODULE MODULES…',
    parameters: [module, modules],
    summary: 'Before MODULE is loaded, loads these, in addition to what modules.dep says.',
    traps: ['One that does not exist makes the whole request fail.', addNote],
  },
  define: {
    form: 'define VARIABLE VALUE',
    parameters: [
      { name: 'VARIABLE', what: 'its name, without `$`' },
      { name: 'VALUE', what: 'one word, after expansion' },
    ],
    summary: 'Sets an environment variable, for `$VARIABLE` in the lines that follow.',
    traps: [
      'Only the first word of the value counts.',
      'Keys of other lines and shell commands are not expanded by modprobe.',
    ],
  },
  depfile: generatedFileDoc('depfile', 'file of dependencies between modules (modules.dep)'),
  else: {
    form: 'else',
    parameters: [],
    summary: 'The lines that follow count when no branch before did.',
    traps: ['A second `else` flips the branch back, without an error.'],
  },
  elseif: {
    form: 'elseif CONDITION',
    parameters: [{ name: 'CONDITION', what: 'as behind `if`' }],
    summary: 'The lines that follow count when no branch before did and CONDITION is true.',
    traps: ['It is not evaluated when a branch before was taken.'],
  },
  endif: {
    form: 'endif',
    parameters: [],
    summary: 'Ends the `if`.',
    traps: ['Each file needs its own: an `if` does not reach into or out of an included file.'],
  },
  generic_stringfile: generatedFileDoc(
    'generic_stringfile',
    'file of strings in modules (modules.generic_string)',
  ),
  ieee1394mapfile: generatedFileDoc('ieee1394mapfile', 'table of FireWire devices (modules.ieee1394map)'),
  if: {
    form: 'if CONDITION',
    parameters: [
      {
        name: 'CONDITION',
        what: '`-f FILE`: the file can be read; `-k`: the kernel asked; `WORD OP WORD` compares text, with `-n` in front numbers; `WORD`: it is not empty, `0` or `false`',
      },
    ],
    summary:
      'The lines up to `elseif`, `else` or `endif` count only when CONDITION is true. `!` as a word of its own in front turns it around.',
    traps: [
      'An inner `if` inside a branch that is not taken is evaluated all the same: when it is true its lines **do** count.',
      '`!` before `-k` is ignored.',
      'At most 20 may be nested.',
    ],
  },
  include: {
    form: 'include FILE',
    parameters: [{ name: 'FILE', what: 'its path, after expansion; only the first word counts' }],
    summary: 'Reads another file in this place.',
    traps: [
      'The first `path` line of the included file drops all search paths so far, unless `keep` stands before it in that file.',
      'A file that is missing makes the configuration invalid: modprobe then loads nothing.',
    ],
  },
  insmod_opt: {
    form: 'insmod_opt=OPTIONS',
    parameters: [{ name: 'OPTIONS', what: 'put on every insmod command line as they stand' }],
    summary: 'Extra arguments for every insmod.',
    traps: ['Nothing in it is expanded.', 'A later line replaces it.'],
  },
  install: commandDoc(
    'install',
    'Runs COMMAND instead of insmod when MODULE is to be loaded.',
    'A command that calls modprobe for the same module never ends.',
  ),
  isapnpmapfile: generatedFileDoc('isapnpmapfile', 'table of ISA PnP devices (modules.isapnpmap)'),
  keep: {
    form: 'keep',
    parameters: [],
    summary: 'The path lines that follow add to the search paths so far instead of replacing them.',
    traps: ['Counts only before the first path line of the file.'],
  },
  options: {
    form: 'options MODULE OPTIONS…',
    parameters: [
      { name: 'MODULE', what: 'the module or alias; `-k` in front of it: never unload it by itself' },
      { name: 'OPTIONS…', what: '`parameter=value`, or `-o NAME` to give it another name' },
    ],
    summary: 'What is handed to MODULE when it is loaded.',
    traps: [
      'Without `add` in front it replaces what earlier lines said for MODULE, also what is built in; `add` appends.',
      'A word that is neither `parameter=value` nor `-o NAME` ends the list.',
      'Options of an alias count too when MODULE is loaded by that name, and win over those of the module.',
    ],
  },
  parportmapfile: generatedFileDoc('parportmapfile', 'table of parallel port devices (modules.parportmap)'),
  path: {
    form: 'path[TAG]=DIRECTORY',
    parameters: [
      { name: 'TAG', what: 'the kind of modules; `misc` when it is left out' },
      { name: 'DIRECTORY', what: 'may hold wildcards; each match is added' },
    ],
    summary: 'A directory in which modules are searched for.',
    traps: [
      'The first `path` line of a file drops **all** search paths so far, the built-in ones included, unless `keep` stands before it in the file.',
      '`~` is not expanded.',
      'There may be no blank before `=`.',
    ],
  },
  pcimapfile: generatedFileDoc('pcimapfile', 'table of PCI devices (modules.pcimap)'),
  persistdir: {
    form: 'persistdir=DIRECTORY',
    parameters: [{ name: 'DIRECTORY', what: 'none: nothing is kept' }],
    summary: 'Where data of modules are kept from one loading to the next.',
    traps: [],
  },
  pnpbiosmapfile: generatedFileDoc('pnpbiosmapfile', 'table of PnP BIOS devices (modules.pnpbiosmap)'),
  'post-install': commandDoc('post-install', 'Runs COMMAND after MODULE was loaded.'),
  'post-remove': commandDoc('post-remove', 'Runs COMMAND after MODULE was unloaded.'),
  'pre-install': commandDoc('pre-install', 'Runs COMMAND before MODULE is loaded.'),
  'pre-remove': commandDoc('pre-remove', 'Runs COMMAND before MODULE is unloaded.'),
  probe: {
    form: 'probe NAME MODULES…',
    parameters: [{ name: 'NAME', what: 'what is asked for' }, modules],
    summary: 'Who asks for NAME gets the first of MODULES that can be loaded.',
    traps: [addNote],
  },
  probeall: {
    form: 'probeall NAME MODULES…',
    parameters: [{ name: 'NAME', what: 'what is asked for' }, modules],
    summary: 'Who asks for NAME gets all of MODULES; it succeeds when any of them can be loaded.',
    traps: ['With nothing behind NAME modprobe crashes when NAME is asked for.', addNote],
  },
  prune: {
    form: 'prune NAMES…',
    parameters: [{ name: 'NAMES…', what: 'file names' }],
    summary: 'Files and directories that depmod passes over when it searches for modules.',
    traps: [],
  },
  remove: commandDoc('remove', 'Runs COMMAND instead of rmmod when MODULE is to be unloaded.'),
  usbmapfile: generatedFileDoc('usbmapfile', 'table of USB devices (modules.usbmap)'),
};
