/**
 * Colours and emphasis for a terminal. (A library would look at `process.stdout` when it is loaded, which takes longer than all
 * of this command's own work on a small file.)
 */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly underline: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const asItIs = (text: string): string => text;

const plain: Paint = {
  bold: asItIs,
  dim: asItIs,
  underline: asItIs,
  red: asItIs,
  yellow: asItIs,
  cyan: asItIs,
};

/** Wraps a text in the numbers of ECMA-48's SGR that turn something on and off again. */
const between =
  (on: number, off: number) =>
  (text: string): string =>
    text === '' ? '' : `\x1b[${on}m${text}\x1b[${off}m`;

const colored: Paint = {
  bold: between(1, 22),
  dim: between(2, 22),
  underline: between(4, 24),
  red: between(31, 39),
  yellow: between(33, 39),
  cyan: between(36, 39),
};

/** @returns what colours texts, or leaves them as they are. */
export function paintFor(color: boolean): Paint {
  return color ? colored : plain;
}
