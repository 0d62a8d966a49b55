import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { encode } from '../../text/encoding.ts';
import { AtomicFile } from '../atomic-file.ts';
import type { FileReport } from '../report/file-report.ts';
import { lineHash } from '../report/fingerprint.ts';

/** How many findings of a rule are known on lines with one hash; by path, then by rule, then by hash. */
type KnownFindings = Map<string, Map<string, Map<string, number>>>;

/** The content of a baseline makes no sense. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';
}

/**
 * Findings that are known and left out, in a file that people keep beside their configuration. Known is the rule on a line that reads the
 * same, as often as it was there: lines may move.
 */
export class Baseline {
  readonly #file: string;
  readonly #directory: string;
  readonly #known: KnownFindings;
  /** What was found in the files that were checked. */
  readonly #found: KnownFindings = new Map();
  #leftOut = 0;

  /**
   * @param file absolute
   * @param directory what the paths in reports are relative to
   */
  private constructor(file: string, directory: string, known: KnownFindings) {
    this.#file = file;
    this.#directory = directory;
    this.#known = known;
  }

  /** @throws the system's error when the file cannot be read, BaselineError when it makes no sense */
  static read(file: string, directory: string): Baseline {
    return new Baseline(file, directory, parse(readFileSync(file, 'utf8')));
  }

  /** A baseline that is about to be written; one that is there already keeps what it says of other files. */
  static open(file: string, directory: string): Baseline {
    const exists = statSync(file, { throwIfNoEntry: false }) !== undefined;
    return exists ? Baseline.read(file, directory) : new Baseline(file, directory, new Map());
  }

  /** @returns the report without what is known; remembers what was there. */
  filter(report: FileReport): FileReport {
    const path = this.#nameOf(report.path);
    const known = this.#known.get(path);
    const found = new Map<string, Map<string, number>>();
    this.#found.set(path, found);
    const diagnostics = report.diagnostics.filter((diagnostic) => {
      const { rule, occurrence } = diagnostic;
      const hash = lineHash(diagnostic, report.lines);
      const hashes = found.get(rule) ?? new Map<string, number>();
      found.set(rule, hashes.set(hash, Math.max(occurrence, hashes.get(hash) ?? 0)));
      return occurrence > (known?.get(rule)?.get(hash) ?? 0);
    });
    this.#leftOut += report.diagnostics.length - diagnostics.length;
    return { ...report, diagnostics };
  }

  /** How many findings were left out because they are known. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** How many findings that are known are not there any more, in the files that were checked. */
  get gone(): number {
    let gone = 0;
    for (const [path, found] of this.#found) {
      for (const [rule, hashes] of this.#known.get(path) ?? []) {
        for (const [hash, count] of hashes) gone += Math.max(0, count - (found.get(rule)?.get(hash) ?? 0));
      }
    }
    return gone;
  }

  /**
   * Writes what was found; what is said of files that were not checked stays, unless they are gone.
   *
   * @returns how many findings are known now
   * @throws the system's error
   */
  write(): number {
    const all: KnownFindings = new Map(this.#found);
    for (const [path, rules] of this.#known) {
      const isThere = statSync(join(dirname(this.#file), path), { throwIfNoEntry: false }) !== undefined;
      if (!all.has(path) && isThere) all.set(path, rules);
    }
    const { text, findings } = print(all);
    const file = new AtomicFile(this.#file, { mode: 0o666 & ~process.umask() });
    file.write(encode(text));
    file.commit();
    return findings;
  }

  /** Relative to the baseline: it is the same wherever the command is run. */
  #nameOf(shown: string): string {
    return relative(dirname(this.#file), resolve(this.#directory, shown));
  }
}

function parse(text: string): KnownFindings {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new BaselineError(error instanceof Error ? error.message : String(error));
  }
  const { version, findings } = asObject(content);
  if (version !== 1) throw new BaselineError('is no baseline of a version that is known here');
  return asMap(findings, (rules) => asMap(rules, (hashes) => asMap(hashes, asCount)));
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  throw new BaselineError('is no baseline');
}

function asMap<T>(value: unknown, inner: (value: unknown) => T): Map<string, T> {
  return new Map(Object.entries(asObject(value)).map(([key, item]) => [key, inner(item)]));
}

function asCount(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  throw new BaselineError('is no baseline');
}

/** In order and a line each, so that people see in a change what has come and gone. */
function print(known: KnownFindings): { text: string; findings: number } {
  let findings = 0;
  const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] =>
    [...map].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  const files = sorted(known).flatMap(([path, rules]) => {
    if (rules.size === 0) return [];
    const lines = sorted(rules).map(([rule, hashes]) => {
      for (const count of hashes.values()) findings += count;
      return `      ${JSON.stringify(rule)}: ${JSON.stringify(Object.fromEntries(sorted(hashes)))}`;
    });
    return [`    ${JSON.stringify(path)}: {\n${lines.join(',\n')}\n    }`];
  });
  const body = files.length === 0 ? '{}' : `{\n${files.join(',\n')}\n  }`;
  return { text: `{\n  "version": 1,\n  "findings": ${body}\n}\n`, findings };
}
