import type { Severity } from '../../lint/diagnostic.ts';
import { count } from './count.ts';
import type { FileReport } from './file-report.ts';
import type { Reporter } from './reporter.ts';

interface Count {
  readonly rule: string;
  readonly severity: Severity;
  readonly findings: number;
  readonly fixable: number;
}

/** How often each rule reports, the most frequent first. */
export class StatisticsReporter implements Reporter {
  readonly #counts = new Map<string, Count>();
  #files = 0;

  file({ diagnostics }: FileReport): string {
    this.#files++;
    for (const { rule, severity, fix } of diagnostics) {
      const key = `${rule} ${severity}`;
      const { findings, fixable } = this.#counts.get(key) ?? { findings: 0, fixable: 0 };
      const fixes = fixable + (fix === undefined ? 0 : 1);
      this.#counts.set(key, { rule, severity, findings: findings + 1, fixable: fixes });
    }
    return '';
  }

  end(): string {
    const counts = [...this.#counts.values()].sort(
      (left, right) => right.findings - left.findings || (left.rule < right.rule ? -1 : 1),
    );
    const width = String(counts[0]?.findings ?? 0).length;
    const names = Math.max(0, ...counts.map(({ rule }) => rule.length));
    const lines = counts.map(({ rule, severity, findings, fixable }) => {
      const fixes = fixable === 0 ? '' : `${fixable} with a fix`;
      const number = String(findings).padStart(width);
      return `${number}  ${severity.padEnd(7)}  ${rule.padEnd(names)}  ${fixes}`.trimEnd();
    });
    const total = counts.reduce((sum, { findings }) => sum + findings, 0);
    const rules = new Set(counts.map(({ rule }) => rule)).size;
    lines.push(`${count(total, 'finding')} of ${count(rules, 'rule')} in ${count(this.#files, 'file')}`);
    return lines.map((line) => `${line}\n`).join('');
  }
}
