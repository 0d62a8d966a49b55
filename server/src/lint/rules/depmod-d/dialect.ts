import { depmodD } from '../../../syntax/depmod-d/language.ts';
import type { CommandLine } from '../../../syntax/depmod-d/tree.ts';
import type { LineWord } from '../../../syntax/line-word.ts';
import type { Dialect, KmodCommand } from '../kmod/dialect.ts';

export const depmodDialect: Dialect = {
  language: 'depmod.d',
  program: 'depmod',
  lines: depmodD,
  directives: ['exclude', 'external', 'override', 'search'],
  shellCommands: new Set(),
  strictWords: (tree): readonly LineWord[] => (tree as CommandLine & KmodCommand).words,
  ignoresReturn: () => false,
  sample: 'search updates built-in',
  path: '/etc/depmod.d/local.conf',
};
