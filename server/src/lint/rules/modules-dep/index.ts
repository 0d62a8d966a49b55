import type { Rule } from '../../rule.ts';

/** The rules of modules.dep, in the order of the catalogue. */
export const modulesDepRules: readonly Rule[] = [];
