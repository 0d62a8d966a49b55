import type { ConfiguredSuppression } from '../../lint/configuration-file/content.ts';
import { allRules } from '../../lint/registry.ts';
import type { FileReport } from '../report/file-report.ts';

/** Silences what the user's configuration says is known, and remembers which of its suppressions did. */
export class ConfiguredSuppressions {
  /** By place. */
  readonly #used = new Set<string>();

  /** @param suppressions those that are about the file */
  apply(report: FileReport, suppressions: readonly ConfiguredSuppression[]): FileReport {
    if (suppressions.length === 0 || report.diagnostics.length === 0) return report;
    const diagnostics = report.diagnostics.filter(({ rule }) => {
      const silencing = suppressions.filter(({ rules }) => rules.includes(rule));
      for (const suppression of silencing) this.#used.add(keyOf(suppression, rule));
      return silencing.length === 0;
    });
    return { ...report, diagnostics };
  }

  /**
   * @param suppressions whose files have all been checked
   * @returns those that silenced nothing, with the rules that they name in vain; not where the rule may not have run, because it
   *   needs data that need not be at hand
   */
  unused(suppressions: readonly ConfiguredSuppression[]): ConfiguredSuppression[] {
    return suppressions
      .map((suppression) => ({
        ...suppression,
        rules: suppression.rules.filter(
          (rule) => alwaysRuns(rule) && !this.#used.has(keyOf(suppression, rule)),
        ),
      }))
      .filter(({ rules }) => rules.length > 0);
  }
}

function keyOf({ place }: ConfiguredSuppression, rule: string): string {
  return JSON.stringify([place.path, place.line, rule]);
}

function alwaysRuns(rule: string): boolean {
  const variants = allRules().get(rule)?.variants ?? [];
  return variants.every(({ rule: { needs } }) => !needs.includes('tree') && !needs.includes('modinfo'));
}
