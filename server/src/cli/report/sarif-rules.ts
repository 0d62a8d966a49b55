import type { Severity } from '../../lint/diagnostic.ts';
import { allRules, type RuleEntry } from '../../lint/registry.ts';
import { renderRulePage, ruleUrl } from '../../lint/rule-page.ts';
import type { LanguageId } from '../../syntax/language.ts';
import { markdownToText } from '../markdown-text.ts';

/** SARIF's words for the severities. */
export const sarifLevels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** The rules of a SARIF run, in the order in which they are first named. */
export class SarifRules {
  readonly #indexes = new Map<string, { readonly index: number; readonly language: LanguageId }>();

  /** @returns where the rule stands in {@link descriptors}. */
  indexOf(id: string, language: LanguageId): number {
    let known = this.#indexes.get(id);
    if (known === undefined) {
      known = { index: this.#indexes.size, language };
      this.#indexes.set(id, known);
    }
    return known.index;
  }

  /** @returns a `reportingDescriptor` for each rule named so far. */
  descriptors(): object[] {
    return [...this.#indexes].map(([id, { language }]) => {
      const entry = allRules().get(id);
      // Merged results may come from a version that has other rules.
      return entry === undefined ? { id } : descriptor(entry, language);
    });
  }
}

const asItIs = (text: string): string => text;

/** @param language of the first finding: a rule may be there for several, with a severity for each. */
function descriptor(entry: RuleEntry, language: LanguageId): object {
  const { id, variants } = entry;
  const variant = variants.find((candidate) => candidate.language === language) ?? variants[0]!;
  const { docs, severity } = variant.rule;
  const markdown = renderRulePage(entry);
  const languages = variants.flatMap((each) => each.language ?? []);
  return {
    id,
    shortDescription: { text: docs.summary },
    fullDescription: { text: docs.why },
    help: { text: markdownToText(markdown, { bold: asItIs, dim: asItIs }), markdown },
    helpUri: ruleUrl(id),
    defaultConfiguration: { level: sarifLevels[severity] },
    properties: {
      tags: ['linux', 'kernel-modules', ...languages],
      precision: 'very-high',
      'problem.severity': severity === 'info' ? 'recommendation' : severity,
    },
  };
}
