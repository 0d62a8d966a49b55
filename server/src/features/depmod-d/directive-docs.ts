import type { DirectiveName } from '../../syntax/depmod-d/tree.ts';
import type { DirectiveDoc } from '../directive-doc.ts';

const version = {
  name: 'VERSION',
  what: '`*` for every kernel, or a regular expression that its version must match',
};

/** What each directive of depmod.d does, and what surprises people. */
export const depmodDDocs: Readonly<Record<DirectiveName, DirectiveDoc>> = {
  exclude: {
    form: 'exclude DIRECTORY…',
    parameters: [{ name: 'DIRECTORY…', what: 'the name of a directory, not a path' }],
    summary: 'Directories of these names are not searched for modules.',
    traps: ['The modules in them cannot be loaded by name after the next run of depmod.'],
  },
  external: {
    form: 'external VERSION DIRECTORY…',
    parameters: [version, { name: 'DIRECTORY…', what: 'an absolute path' }],
    summary: 'Also searches directories outside /lib/modules.',
    traps: ['Their place in the order is that of the word `external` in `search`.'],
  },
  include: {
    form: 'include PATH',
    parameters: [{ name: 'PATH', what: 'a file or directory' }],
    summary: 'Accepted and ignored: depmod reads nothing from there.',
    traps: [],
  },
  make_map_files: {
    form: 'make_map_files yes',
    parameters: [],
    summary: 'Accepted and ignored: depmod makes no map files anymore.',
    traps: [],
  },
  override: {
    form: 'override MODULE VERSION DIRECTORY',
    parameters: [
      { name: 'MODULE', what: 'a module' },
      version,
      { name: 'DIRECTORY', what: 'below /lib/modules/VERSION' },
    ],
    summary: 'Of several modules with this name, takes the one in DIRECTORY, whatever `search` says.',
    traps: ['Takes effect when depmod runs the next time.'],
  },
  search: {
    form: 'search DIRECTORY…',
    parameters: [
      {
        name: 'DIRECTORY…',
        what: 'below /lib/modules/VERSION, the first wins; `built-in` stands for everything else, `external` for the directories of `external`',
      },
    ],
    summary: 'The order in which directories win when several have a module of one name.',
    traps: ['Without any `search` line the directory `updates` comes first.', 'Several lines are joined.'],
  },
};
