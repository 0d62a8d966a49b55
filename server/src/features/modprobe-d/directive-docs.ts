import type { DirectiveName } from '../../syntax/modprobe-d/tree.ts';
import type { DirectiveDoc, ParameterDoc } from '../directive-doc.ts';

const module: ParameterDoc = { name: 'MODULE', what: 'a module; `-` and `_` are the same' };
const moduleOrPattern: ParameterDoc = {
  name: 'MODULE',
  what: 'a module, or a pattern with `*`, `?` and `[…]`',
};
const command: ParameterDoc = { name: 'COMMAND', what: 'a shell command; it is run as root' };
const shell = 'The command is handed to `/bin/sh` and runs as root; `$CMDLINE_OPTS` stands for the options.';

function notReadAnymore(name: string, form: string, what: string): DirectiveDoc {
  return {
    form,
    parameters: [{ name: form.slice(name.length + 1), what }],
    summary: 'Not read anymore: kmod says that it is deprecated, and goes on.',
    traps: ['Put the lines into a file of their own in the same directory instead.'],
  };
}

/** What each directive of modprobe.d does, and what surprises people. */
export const modprobeDDocs: Readonly<Record<DirectiveName, DirectiveDoc>> = {
  alias: {
    form: 'alias PATTERN MODULE',
    parameters: [
      { name: 'PATTERN', what: 'what is asked for: a name, or a pattern with `*`, `?` and `[…]`' },
      { name: 'MODULE', what: 'the module that is loaded for it' },
    ],
    summary: 'Who asks for something that matches PATTERN gets MODULE.',
    traps: [
      'Every alias line that matches counts: all of their modules are loaded.',
      'An alias comes before a module of the same name, which then cannot be loaded by that name.',
      'Aliases are not followed twice: MODULE is a module, not another alias.',
      'Where there is no such MODULE, nothing is loaded and modprobe reports success.',
    ],
  },
  blacklist: {
    form: 'blacklist MODULE',
    parameters: [module],
    summary: 'MODULE is not loaded when it is found by an alias, as devices ask for it.',
    traps: [
      'It does not keep the module out: it is still loaded by its name, and with every module that needs it. `install MODULE /bin/false` keeps it out.',
      'What the initramfs loads is decided by the copy in the initramfs; make it anew after a change.',
    ],
  },
  config: notReadAnymore('config', 'config FILE', 'a file'),
  include: notReadAnymore('include', 'include FILE', 'a file'),
  install: {
    form: 'install MODULE COMMAND',
    parameters: [moduleOrPattern, command],
    summary: 'Runs COMMAND instead of loading MODULE.',
    traps: [
      'Of several lines that match only the first counts.',
      'What the module needs is loaded before the command runs.',
      'It is passed over when the module has a softdep that leads somewhere; many have one in modules.softdep of the kernel.',
      'A command that calls modprobe for the same module needs `--ignore-install`, otherwise it runs forever.',
      shell,
    ],
  },
  options: {
    form: 'options MODULE PARAMETER…',
    parameters: [
      {
        name: 'MODULE',
        what: 'a module, or an alias exactly as it is written or asked for; patterns match nothing',
      },
      { name: 'PARAMETER…', what: '`NAME=VALUE`, several with blanks between' },
    ],
    summary: 'Hands parameters to MODULE when it is loaded.',
    traps: [
      'The lines for one module are joined; where a parameter is given twice, the kernel takes the last.',
      'A parameter that the module does not have is only noted in the kernel log.',
      'No effect for what is compiled in: that needs `MODULE.NAME=VALUE` on the kernel command line.',
      'A `#` behind the parameters is no comment: it is handed to the module.',
    ],
  },
  remove: {
    form: 'remove MODULE COMMAND',
    parameters: [moduleOrPattern, command],
    summary: 'Runs COMMAND instead of unloading MODULE with `modprobe -r`.',
    traps: ['Of several lines that match only the first counts.', shell],
  },
  softdep: {
    form: 'softdep MODULE pre: MODULES… post: MODULES…',
    parameters: [
      moduleOrPattern,
      { name: 'MODULES…', what: 'what is loaded before it' },
      { name: 'MODULES…', what: 'what is loaded after it' },
    ],
    summary: 'Loads other modules before and after MODULE; it does not matter if they fail.',
    traps: [
      'Of several lines that match only the first counts, an empty one too.',
      'The `install` line of a module with a softdep is passed over: a block with `install MODULE /bin/false` no longer blocks.',
      '`pre:` and `post:` must be words of their own; what stands before them is ignored.',
    ],
  },
  weakdep: {
    form: 'weakdep MODULE MODULES…',
    parameters: [moduleOrPattern, { name: 'MODULES…', what: 'what MODULE may ask for itself later' }],
    summary: 'Tells what makes an initramfs that MODULE may need these; modprobe does not load them.',
    traps: ['Only since kmod 33; older ones call it a bad line.'],
  },
};
