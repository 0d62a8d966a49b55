import type { FileSystem } from '../../../files/file-system.ts';
import type { DepmodConfiguration } from '../../../loaders/kmod/depmod-configuration.ts';
import type { DepmodDTree } from '../../../syntax/depmod-d/tree.ts';
import type { Rule, RuleData, RuleExample, RuleNeed } from '../../rule.ts';
import type { Place } from '../kmod/file-state.ts';

/** What the rules of depmod.d may need. */
export interface DepmodDData extends RuleData {
  /** The configuration that the document is, or would be, a file of. */
  readonly set?: DepmodConfiguration;
  readonly files?: FileSystem;
}

/** @returns the rule of depmod.d that a definition describes; what it needs is there when it runs. */
export function depmodDRule<const Need extends RuleNeed = never>(
  definition: Omit<Rule<DepmodDTree, DepmodDData, Need>, 'language'>,
): Rule {
  return { language: 'depmod.d', ...definition } as Rule;
}

export const depmodPlace: Place = {
  language: 'depmod.d',
  program: 'depmod',
  sample: 'search updates built-in',
};

/** @returns an example of one file, /etc/depmod.d/local.conf. */
export function conf(...lines: readonly string[]): RuleExample {
  return { files: { '/etc/depmod.d/local.conf': lines.map((line) => `${line}\n`).join('') } };
}
