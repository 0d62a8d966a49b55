import type { Statement } from './place.ts';

/** What a loader knows of the modules of a machine, by their names as the loader compares them. */
export interface LoaderFacts {
  /** Whether the loader refuses to load it, however it is asked. */
  isBlocked(module: string): boolean;
  /** What the kernel or the configuration calls it besides its name. */
  aliases(module: string): readonly Statement[];
  /** What it is handed when it is loaded, line by line. */
  options(module: string): readonly Statement[];
  /** Every other line that is about it. */
  others(module: string): readonly Statement[];
}
