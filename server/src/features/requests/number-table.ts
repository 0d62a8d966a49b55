/** What one number stands for. */
export interface NumberedThing {
  /** The device file, with a `#` for the minor number; undefined where there is no one name. */
  readonly device: string | undefined;
  readonly what: string;
}

/**
 * A table written as text, read when first asked: in each line a number (`10`, `10-135`, or `25-28` for several when `ranges` is
 * set), a device file or `-`, and what it is.
 */
export class NumberTable {
  readonly #text: string;
  readonly #ranges: boolean;
  #things: Map<string, NumberedThing> | undefined;

  constructor(text: string, { ranges = false }: { readonly ranges?: boolean } = {}) {
    this.#text = text;
    this.#ranges = ranges;
  }

  get(number: string): NumberedThing | undefined {
    return this.all().get(number);
  }

  /** Every number of the table, in its order. */
  all(): ReadonlyMap<string, NumberedThing> {
    this.#things ??= this.#read();
    return this.#things;
  }

  #read(): Map<string, NumberedThing> {
    const things = new Map<string, NumberedThing>();
    for (const line of this.#text.trim().split('\n')) {
      const [numbers = '', device = '', ...words] = line.split(' ');
      const thing = { device: device === '-' ? undefined : device, what: words.join(' ') };
      for (const number of this.#numbersOf(numbers)) things.set(number, thing);
    }
    return things;
  }

  #numbersOf(written: string): string[] {
    const [first = '', last] = written.split('-');
    if (!this.#ranges || last === undefined) return [written];
    const numbers: string[] = [];
    for (let number = Number(first); number <= Number(last); number++) numbers.push(String(number));
    return numbers;
  }
}
