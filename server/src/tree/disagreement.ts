import type { BinIndex } from './bin-index.ts';
import type { ModuleEntry } from './module-tree.ts';

/** Where modules.dep and modules.dep.bin, of which kmod reads only the latter, say different things. */
export type Disagreement = TextDisagreement | MissingInText;

/** A line of the text that has no effect, because the index says something else or nothing. */
export interface TextDisagreement {
  readonly kind: 'different' | 'missing-in-bin';
  readonly entry: ModuleEntry;
  /** The line that the index has for the module: `PATH: DEPENDENCIES`. */
  readonly bin: string | undefined;
}

/** A module that kmod knows and the text does not mention. */
interface MissingInText {
  readonly kind: 'missing-in-text';
  readonly name: string;
  readonly bin: string;
}

/**
 * @param entries those of modules.dep
 * @param bin modules.dep.bin
 * @returns where they disagree: first in the order of `entries`, then what the text lacks, in the order of depmod
 */
export function disagreements(entries: Iterable<ModuleEntry>, bin: BinIndex): Disagreement[] {
  const found: Disagreement[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    seen.add(entry.name);
    const value = bin.get(entry.name)[0]?.value;
    if (value === undefined) found.push({ kind: 'missing-in-bin', entry, bin: undefined });
    else if (value !== lineOf(entry)) found.push({ kind: 'different', entry, bin: value });
  }
  const missing = [...bin.entries()]
    .filter(({ key }) => !seen.has(key))
    .sort((left, right) => left.priority - right.priority);
  for (const { key, value } of missing) found.push({ kind: 'missing-in-text', name: key, bin: value });
  return found;
}

/** @returns the line as depmod writes it, whatever blanks somebody put in. */
function lineOf(entry: ModuleEntry): string {
  return [`${entry.listedPath}:`, ...entry.dependencies].join(' ');
}
