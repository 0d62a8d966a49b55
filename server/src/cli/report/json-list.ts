/** A JSON list that is written piece by piece, an item a line. */
export class JsonList {
  readonly #opening: string;
  readonly #closing: string;
  #isEmpty = true;

  /** @param opening what stands before the first item, the bracket included; `closing` likewise what stands behind the last */
  constructor(opening: string, closing: string) {
    this.#opening = opening;
    this.#closing = closing;
  }

  add(items: readonly object[]): string {
    let out = '';
    for (const item of items) {
      out += `${this.#isEmpty ? this.#opening : ','}\n${JSON.stringify(item)}`;
      this.#isEmpty = false;
    }
    return out;
  }

  end(): string {
    return this.#isEmpty ? this.#opening + this.#closing : `\n${this.#closing}`;
  }
}
