/** Does things once nobody has asked for them for a while, each by its key. */
export class Quiet {
  readonly #milliseconds: number;
  /** The last wish for each key; a newer one replaces it. */
  readonly #wishes = new Map<string, symbol>();

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  /** Does `action` when this is the last wish for `key` and no message is waiting to be read. */
  after(key: string, action: () => void): void {
    const wish = Symbol(key);
    this.#wishes.set(key, wish);
    const ifStillWished = (next: () => void) => () => {
      if (this.#wishes.get(key) === wish) next();
    };
    const act = ifStillWished(() => {
      this.#wishes.delete(key);
      action();
    });
    // When the timer is late because the process was busy, messages may be waiting. They are read before the first of the two
    // immediates, and the first of them is taken in before the second.
    const yieldTwice = ifStillWished(() => setImmediate(() => setImmediate(act)));
    setTimeout(yieldTwice, this.#milliseconds).unref();
  }

  cancel(key: string): void {
    this.#wishes.delete(key);
  }
}
