/** How often a server that dies is started again. */
const maximumRestarts = 4;
const period = 3 * 60_000;

/** Decides what becomes of a server that has died: it is started again, unless it keeps dying. */
export class RestartPolicy {
  #deaths: number[] = [];

  /**
   * Takes note of a death.
   *
   * @param now in milliseconds
   * @returns whether to start the server again
   */
  restartsAfterDeath(now: number): boolean {
    this.#deaths = [...this.#deaths.filter((death) => now - death < period), now];
    return this.#deaths.length <= maximumRestarts;
  }

  /** Forgets what was: the user has started the server. */
  reset(): void {
    this.#deaths = [];
  }
}
