import type { Rule } from '../../rule.ts';
import { aliasExtraWords } from './alias-extra-words.ts';

/** The rules of modules.conf, in the order of the catalogue. */
export const modulesConfRules: readonly Rule[] = [aliasExtraWords];
