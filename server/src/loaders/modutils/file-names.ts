import type { Expansion } from '../../expand/expansion.ts';
import { known } from '../../expand/expansion.ts';
import { builtIn, type FileOrigin, type Origin } from '../origin.ts';
import { type FileNameEntry, type GeneratedFileName, generatedFileNames } from './configuration.ts';
import { defaultGeneratedFile } from './defaults.ts';

interface Assignment {
  readonly text: string;
  readonly origin: FileOrigin;
}

/** The names of generated files while the configuration is read. The first assignment of each counts, expanded at the end. */
export class GeneratedFileNames {
  readonly #assigned = new Map<GeneratedFileName, Assignment>();

  /** @returns false when the name was assigned before, which modutils takes for an invalid line. */
  assign(name: GeneratedFileName, text: string, origin: FileOrigin): boolean {
    if (this.#assigned.has(name)) return false;
    this.#assigned.set(name, { text, origin });
    return true;
  }

  /** @returns the names after a failure: what was assigned, as it is written, and nothing else. */
  unsettled(): FileNameEntry[] {
    return generatedFileNames.map((name) => this.#asWritten(name));
  }

  /**
   * Expands what was assigned and fills in the defaults.
   *
   * @returns also the line at which modutils fails without a word because its name expands to nothing
   */
  settle(
    kernel: string,
    expand: (text: string, origin: FileOrigin) => Expansion,
  ): { entries: FileNameEntry[]; empty: FileOrigin | undefined } {
    const entries: FileNameEntry[] = [];
    let empty: FileOrigin | undefined;
    for (const name of generatedFileNames) {
      const assigned = this.#assigned.get(name);
      if (empty !== undefined) {
        entries.push(this.#asWritten(name));
      } else if (assigned === undefined) {
        entries.push({ name, value: known([defaultGeneratedFile(name, kernel)]), origin: builtIn });
      } else {
        const value = expand(assigned.text, assigned.origin);
        if (value.known && value.words.length === 0) empty = assigned.origin;
        entries.push({ name, value: firstWord(value), origin: assigned.origin });
      }
    }
    return { entries, empty };
  }

  #asWritten(name: GeneratedFileName): FileNameEntry {
    const assigned = this.#assigned.get(name);
    const origin: Origin = assigned?.origin ?? builtIn;
    return { name, value: assigned && known([assigned.text]), origin };
  }
}

/** @returns an expansion cut down to its first word, which is all that counts for a file name. */
export function firstWord(value: Expansion): Expansion {
  return value.known ? known(value.words.slice(0, 1)) : value;
}
