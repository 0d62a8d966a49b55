import { kernel24 } from './kernel-2.4.ts';
import { languages } from './languages.ts';
import { today } from './today.ts';

/** Throws where something is not as it should be. */
export type Check = () => Promise<void>;

/** @returns the checks for a machine, by what they show. */
export function checksOf(machine: string): Readonly<Record<string, Check>> {
  if (machine === 'kernel-2.4') return { ...kernel24, ...languages };
  if (machine === 'today') return today;
  throw new Error(`there are no checks for ${machine}`);
}
