import type { FileSystem } from '../../../files/file-system.ts';
import type { KmodConfiguration } from '../../../loaders/kmod/configuration.ts';
import type { ModulesLoadConfiguration } from '../../../loaders/kmod/modules-load.ts';
import type { ModulesLoadDTree } from '../../../syntax/modules-load-d/tree.ts';
import type { IndexedModuleTree } from '../../../tree/open-module-tree.ts';
import type { Rule, RuleData, RuleExample, RuleNeed } from '../../rule.ts';
import type { Place } from '../kmod/file-state.ts';

/** What is loaded when the system starts, and by which configuration. */
export interface ModulesLoadSet {
  readonly load: ModulesLoadConfiguration;
  /** That of modprobe.d, which says what the names lead to. */
  readonly kmod: KmodConfiguration;
}

/** What the rules of modules-load.d and /etc/modules may need. */
export interface ModulesLoadDData extends RuleData {
  readonly set?: ModulesLoadSet;
  readonly files?: FileSystem;
  /** The module tree of the kernel in force; left out where its modules.dep is missing or empty. */
  readonly tree?: IndexedModuleTree;
}

/** @returns the rule of modules-load.d that a definition describes; what it needs is there when it runs. */
export function modulesLoadDRule<const Need extends RuleNeed = never>(
  definition: Omit<Rule<ModulesLoadDTree, ModulesLoadDData, Need>, 'language'>,
): Rule {
  return { language: 'modules-load.d', ...definition } as Rule;
}

export const modulesLoadPlace: Place = {
  language: 'modules-load.d',
  program: 'systemd-modules-load',
  sample: 'nct6775',
};

const path = '/etc/modules-load.d/local.conf';

/** @returns an example of one file, /etc/modules-load.d/local.conf. */
export function load(...lines: readonly string[]): RuleExample {
  return { files: { [path]: textOf(lines) } };
}

/** @returns an example of /etc/modules-load.d/local.conf and other files, by path. */
export function loadWith(
  others: Readonly<Record<string, readonly string[]>>,
  ...lines: readonly string[]
): RuleExample {
  const files = Object.entries(others).map(([name, content]) => [name, textOf(content)]);
  return { files: { [path]: textOf(lines), ...Object.fromEntries(files) }, kernel: '6.1.0' };
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
