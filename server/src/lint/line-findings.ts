import type { LineRun, SourceLine } from '../text/source-document.ts';
import { maximumFindings } from './collected-findings.ts';
import type { LineFinding, Rule } from './rule.ts';
import { parseSuppression, type Suppression } from './suppression.ts';

/** What the rules of single lines say about one line. */
export interface LineFacts {
  readonly findings: readonly RuleFinding[];
  readonly suppression: Suppression | undefined;
  /** Rules that threw. */
  readonly broken: readonly BrokenRule[];
}

interface RuleFinding {
  readonly rule: Rule;
  readonly finding: LineFinding;
  /** How many findings of the rule stand behind this one in the line, and are left out. */
  more: number;
}

interface BrokenRule {
  readonly rule: Rule;
  readonly error: unknown;
}

/** Most lines: nothing to say. Shared, so that a long file costs nothing. */
const nothing: LineFacts = { findings: [], suppression: undefined, broken: [] };

/** A line of a run about which there is something to say. */
export interface NotedLine {
  /** Index in the run. */
  readonly index: number;
  readonly facts: LineFacts;
}

/**
 * Runs the rules of single lines, once for every line object. Documents share the lines that an edit did not touch, so
 * after an edit only the lines that it touched are looked at again.
 */
export class LineChecker {
  readonly #rules: readonly Rule[];
  /** By the kind of line that they look at. */
  readonly #byKind = new Map<string, readonly Rule[]>();
  readonly #facts = new WeakMap<SourceLine<unknown>, LineFacts>();
  readonly #noted = new WeakMap<LineRun<unknown>, readonly NotedLine[]>();

  /** @param rules of one language; those without a check of single lines are left out. */
  constructor(rules: readonly Rule[]) {
    this.#rules = rules.filter((rule) => rule.checkLine !== undefined);
  }

  /** @returns the lines of a run about which rules have something to say, or that are suppressions. */
  checkRun(run: LineRun<unknown>): readonly NotedLine[] {
    let noted = this.#noted.get(run);
    if (noted === undefined) {
      noted = run.lines.flatMap((line, index) => {
        const facts = this.#check(line);
        return facts === nothing ? [] : [{ index, facts }];
      });
      this.#noted.set(run, noted);
    }
    return noted;
  }

  /** @returns what all rules say about a line, those included that the user has turned off. */
  #check(line: SourceLine<unknown>): LineFacts {
    let facts = this.#facts.get(line);
    if (facts === undefined) {
      facts = this.#look(line);
      this.#facts.set(line, facts);
    }
    return facts;
  }

  #rulesFor({ tree }: SourceLine<unknown>): readonly Rule[] {
    const kind = kindOf(tree as KindOfLine);
    let rules = this.#byKind.get(kind);
    if (rules === undefined) {
      rules = this.#rules.filter(({ lines }) => lines === undefined || lines.includes(kind));
      this.#byKind.set(kind, rules);
    }
    return rules;
  }

  /** For every line of every file: nothing is made for a line that nobody says anything about. */
  #look(line: SourceLine<unknown>): LineFacts {
    let findings: RuleFinding[] | undefined;
    let broken: BrokenRule[] | undefined;
    let rule: Rule | undefined;
    let count = 0;
    const report = (finding: LineFinding) => {
      findings ??= [];
      if (++count > maximumFindings) findings.at(-1)!.more++;
      else findings.push({ rule: rule!, finding, more: 0 });
    };
    for (rule of this.#rulesFor(line)) {
      count = 0;
      try {
        rule.checkLine?.(line, report);
      } catch (error) {
        broken ??= [];
        broken.push({ rule, error });
      }
    }
    const suppression = parseSuppression(line.raw);
    if (findings === undefined && broken === undefined && suppression === undefined) return nothing;
    return { findings: findings ?? [], suppression, broken: broken ?? [] };
  }
}

/** What trees of lines have, whatever the language; not every language has all of it. */
interface KindOfLine {
  readonly kind: string;
  readonly directive?: string | undefined;
  readonly fault?: string | undefined;
}

/** @returns a kind of line as in {@link Rule.lines}. */
function kindOf({ kind, directive, fault }: KindOfLine): string {
  return fault === undefined ? (directive ?? kind) : 'fault';
}
