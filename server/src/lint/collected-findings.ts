import type { DocumentFinding, RuleInfo } from './rule.ts';
import type { LocatedFinding } from './suppress.ts';

/** So many findings of one rule are kept for one file: nobody reads more, and a file may have millions of lines. */
export const maximumFindings = 1000;

interface LeftOut {
  readonly first: Pick<DocumentFinding, 'line' | 'span'>;
  count: number;
}

/** The findings of one file, of each rule at most {@link maximumFindings}; the rest is only counted. */
export class CollectedFindings {
  readonly #kept: LocatedFinding[] = [];
  readonly #counts = new Map<RuleInfo, number>();
  readonly #leftOut = new Map<RuleInfo, LeftOut>();

  /** Whether findings of a rule are left out. */
  isCut(rule: RuleInfo): boolean {
    return this.#leftOut.has(rule);
  }

  /**
   * @param make called only for what is kept
   * @param place where the finding is
   * @param more how many findings the place stands for besides
   */
  add(rule: RuleInfo, place: LeftOut['first'], make: () => DocumentFinding, more = 0): void {
    const count = this.#counts.get(rule) ?? 0;
    if (count < maximumFindings) {
      this.#counts.set(rule, count + 1);
      this.#kept.push({ rule, finding: make() });
    } else {
      this.#leaveOut(rule, place, 1);
    }
    if (more > 0) this.#leaveOut(rule, place, more);
  }

  /** @returns what was kept, and for each rule of which something was left out a finding that says so. */
  all(): LocatedFinding[] {
    const notes = [...this.#leftOut].map(([rule, { first, count }]): LocatedFinding => {
      const message = `… and ${count} more of this kind ${count === 1 ? 'is' : 'are'} not shown`;
      return { rule, finding: { line: first.line, span: first.span, message } };
    });
    return [...this.#kept, ...notes];
  }

  #leaveOut(rule: RuleInfo, { line, span }: LeftOut['first'], count: number): void {
    const known = this.#leftOut.get(rule);
    if (known === undefined) this.#leftOut.set(rule, { first: { line, span }, count });
    else known.count += count;
  }
}
