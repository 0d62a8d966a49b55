/** Does things once nobody has asked for them for a while, each by its key. */
export class Quiet {
  readonly #milliseconds: number;
  readonly #onError: (error: unknown) => void;
  /** The last wish for each key; a newer one replaces it, and it stays until its action is done. */
  readonly #wishes = new Map<string, symbol>();

  /** @param onError is told what an action throws */
  constructor(milliseconds: number, onError: (error: unknown) => void) {
    this.#milliseconds = milliseconds;
    this.#onError = onError;
  }

  /**
   * Does `action` when this is the last wish for `key` and no message is waiting to be read.
   *
   * @param action is told how to find out whether it is still wished for, if it takes time
   */
  after(key: string, action: (isWished: () => boolean) => void | Promise<void>): void {
    const wish = Symbol(key);
    this.#wishes.set(key, wish);
    const isWished = () => this.#wishes.get(key) === wish;
    const act = async () => {
      if (!isWished()) return;
      try {
        await action(isWished);
      } catch (error) {
        this.#onError(error);
      }
      if (isWished()) this.#wishes.delete(key);
    };
    // When the timer is late because the process was busy, messages may be waiting. They are read before the first of the two
    // immediates, and the first of them is taken in before the second.
    setTimeout(() => {
      if (isWished()) setImmediate(() => setImmediate(act));
    }, this.#milliseconds).unref();
  }

  cancel(key: string): void {
    this.#wishes.delete(key);
  }
}
