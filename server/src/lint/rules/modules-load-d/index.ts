import type { Rule } from '../../rule.ts';
import { fileNotRead } from './file-not-read.ts';
import { loadBlacklistedModule } from './load-blacklisted-module.ts';
import { loadLineNotAName } from './load-line-not-a-name.ts';
import { shadowedFile } from './shadowed-file.ts';
import { unknownModule } from './unknown-module.ts';

/** The rules of modules-load.d and /etc/modules, in the order of the catalogue. */
export const modulesLoadDRules: readonly Rule[] = [
  loadLineNotAName,
  loadBlacklistedModule,
  unknownModule,
  fileNotRead,
  shadowedFile,
];
