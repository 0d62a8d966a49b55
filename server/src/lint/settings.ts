import type { Severity } from './diagnostic.ts';
import type { RuleInfo } from './rule.ts';

/** What users choose about rules. */
export interface LintSettings {
  /** By rule id; `off` silences the rule, a severity also turns on one that only a profile would. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Sets of additional rules, such as `migration`. */
  readonly profiles?: readonly string[];
  /** Information counts as a warning and a warning as an error, unless the user chose the rule's severity. */
  readonly strict?: boolean;
}

/** @returns the severity that a rule's findings have by these settings; undefined when the rule is off. */
export function severityOf(rule: RuleInfo, settings: LintSettings): Severity | undefined {
  const chosen = chosenSeverity(rule.id, settings);
  if (chosen === 'off') return undefined;
  if (chosen !== undefined) return chosen;
  const { profiles } = rule;
  if (profiles !== undefined && !profiles.some((profile) => settings.profiles?.includes(profile)))
    return undefined;
  return weighed(rule.severity, settings);
}

const stricter: Readonly<Record<Severity, Severity>> = { info: 'warning', warning: 'error', error: 'error' };

/** @returns what a finding counts as whose severity the user did not choose. */
export function weighed(severity: Severity, { strict }: LintSettings): Severity {
  return strict === true ? stricter[severity] : severity;
}

/** @returns what the user chose for a rule, if anything. */
export function chosenSeverity(id: string, settings: LintSettings): Severity | 'off' | undefined {
  const { severities } = settings;
  return severities !== undefined && Object.hasOwn(severities, id) ? severities[id] : undefined;
}
