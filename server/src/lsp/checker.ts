import { findingsOf } from '../features/findings.ts';
import { moved, quickFindings, type RangeChange } from '../features/quick-findings.ts';
import type { Diagnostic } from '../lint/diagnostic.ts';
import type { Configuration } from './configuration.ts';
import type { Workspace } from './workspace.ts';

/** A shorter document is always checked as a whole. */
const longDocument = 2000;

/** What checking a whole document may take after every letter; in milliseconds. */
const budget = 4;

/** How long a first answer may wait for module files; in milliseconds. */
const patience = 500;

/** What is known to be wrong in one version of a document. */
export interface Checked {
  readonly findings: readonly Diagnostic[];
  /** Whether everything was looked at; otherwise what depends on the whole configuration is as it was before the last changes. */
  readonly isComplete: boolean;
}

interface Memory {
  /** The findings of the last look at the whole, where they stand now. */
  earlier: readonly Diagnostic[] | undefined;
  /** What the last looks at the whole took; in milliseconds. */
  costs: readonly number[];
  last: Checked | undefined;
}

/**
 * Checks open documents after changes. A document that is so long that it cannot be looked at as a whole between two letters is
 * looked at line by line at first, and as a whole later.
 */
export class Checker {
  readonly #workspace: Workspace;
  readonly #configuration: Configuration;
  readonly #now: () => number;
  readonly #memories = new Map<string, Memory>();
  readonly #prepared = new Map<string, Promise<void>>();

  constructor(
    workspace: Workspace,
    configuration: Configuration,
    now: () => number = () => performance.now(),
  ) {
    this.#workspace = workspace;
    this.#configuration = configuration;
    this.#now = now;
  }

  /** Takes note of what was changed in a document. */
  changed(uri: string, changes: readonly (RangeChange | { readonly text: string })[]): void {
    const memory = this.#memories.get(uri);
    if (memory === undefined) return;
    memory.last = undefined;
    for (const change of changes) {
      memory.earlier = 'range' in change && memory.earlier ? moved(memory.earlier, change) : undefined;
    }
  }

  closed(uri: string): void {
    this.#memories.delete(uri);
    this.#prepared.delete(uri);
  }

  /** Reads, once for each document, the module files that its rules look into; gives up waiting for that after a while. */
  prepare(uri: string): Promise<void> {
    let prepared = this.#prepared.get(uri);
    if (prepared === undefined) {
      const read = this.#workspace.readModuleFiles(uri).then(() => {});
      prepared = Promise.race([read, new Promise<void>((resolve) => setTimeout(resolve, patience).unref())]);
      this.#prepared.set(uri, prepared);
    }
    return prepared;
  }

  /**
   * Looks at what there was no time for: module files that are not read yet, the whole of a long document.
   *
   * @returns undefined where there was no such thing
   */
  async lookDeeper(uri: string): Promise<Checked | undefined> {
    const isNew = await this.#workspace.readModuleFiles(uri);
    const last = this.#memories.get(uri)?.last;
    return isNew || last?.isComplete === false ? this.checkWhole(uri) : undefined;
  }

  /** Forgets everything: what is wrong may be something else now. */
  reset(): void {
    this.#memories.clear();
    this.#prepared.clear();
  }

  /** @returns what is wrong in a document as far as it can be told at once; undefined when it is not open or not ours. */
  check(uri: string): Checked | undefined {
    const snapshot = this.#workspace.snapshot(uri);
    if (snapshot === undefined) return undefined;
    const memory = this.#memories.get(uri);
    const isSlow = memory !== undefined && memory.costs.length > 0 && Math.min(...memory.costs) > budget;
    if (memory?.earlier === undefined || !isSlow || snapshot.document.lineCount < longDocument)
      return this.checkWhole(uri);
    const { lint } = this.#configuration.of(uri);
    memory.last = { findings: quickFindings(snapshot, memory.earlier, lint), isComplete: false };
    return memory.last;
  }

  /** @returns what is wrong in a document, the whole configuration looked at. */
  checkWhole(uri: string): Checked | undefined {
    const snapshot = this.#workspace.snapshot(uri);
    if (snapshot === undefined) return undefined;
    const before = this.#now();
    const isExcluded = this.#configuration.excludes(uri);
    const findings = isExcluded ? [] : findingsOf(snapshot, this.#configuration.of(uri).lint);
    const costs = [...(this.#memories.get(uri)?.costs ?? []), this.#now() - before].slice(-rememberedCosts);
    const last = { findings, isComplete: true };
    this.#memories.set(uri, { earlier: findings, costs, last });
    return last;
  }

  /** @returns what was found last in the present version of a document; it is looked for if it was not yet. */
  current(uri: string): readonly Diagnostic[] {
    return (this.#memories.get(uri)?.last ?? this.check(uri))?.findings ?? [];
  }
}

/** One slow look may have other causes. */
const rememberedCosts = 3;
