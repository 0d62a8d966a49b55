import type { LanguageId } from '../syntax/language.ts';
import type { Diagnostic } from './diagnostic.ts';
import { Linter, type LintRequest } from './engine.ts';
import { engineRules } from './engine-rules.ts';
import type { Rule, RuleInfo } from './rule.ts';
import { depmodDRules } from './rules/depmod-d/index.ts';
import { modprobeDRules } from './rules/modprobe-d/index.ts';
import { modulesConfRules } from './rules/modules-conf/index.ts';
import { modulesDepRules } from './rules/modules-dep/index.ts';
import { modulesLoadDRules } from './rules/modules-load-d/index.ts';

/** Every rule, by language. A language's rules stand in `rules/<language>/index.ts`. */
const rulesByLanguage: Readonly<Record<LanguageId, readonly Rule[]>> = {
  'modules.conf': modulesConfRules,
  'modules.dep': modulesDepRules,
  'modprobe.d': modprobeDRules,
  'modules-load.d': modulesLoadDRules,
  'depmod.d': depmodDRules,
};

/** @returns the rules of one language. */
export function rulesFor(language: LanguageId): readonly Rule[] {
  return rulesByLanguage[language];
}

/** A rule id and all that stands behind it: one rule per language, or the engine's own. */
export interface RuleEntry {
  readonly id: string;
  readonly variants: readonly RuleVariant[];
}

export interface RuleVariant {
  /** Undefined for what holds in every language. */
  readonly language: LanguageId | undefined;
  readonly rule: RuleInfo;
}

let entries: ReadonlyMap<string, RuleEntry> | undefined;

/** @returns all rules by id, in alphabetical order. */
export function allRules(): ReadonlyMap<string, RuleEntry> {
  if (entries !== undefined) return entries;
  const variants = new Map<string, RuleVariant[]>();
  const add = (variant: RuleVariant) => {
    const list = variants.get(variant.rule.id) ?? [];
    variants.set(variant.rule.id, [...list, variant]);
  };
  for (const rule of engineRules) add({ language: undefined, rule });
  for (const rule of Object.values(rulesByLanguage).flat()) add({ language: rule.language, rule });
  const ids = [...variants.keys()].sort();
  entries = new Map(ids.map((id) => [id, { id, variants: variants.get(id)! }]));
  return entries;
}

const linters = new Map<LanguageId, Linter>();

/**
 * Checks one document with the rules of its language: the one entry point of the command line and of the server.
 *
 * @returns the findings in order of position, then of rule; never throws
 */
export function lint(request: LintRequest): Diagnostic[] {
  let linter = linters.get(request.language);
  if (linter === undefined) {
    linter = new Linter(rulesFor(request.language), allRules().keys());
    linters.set(request.language, linter);
  }
  return linter.lint(request);
}
