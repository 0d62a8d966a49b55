import type { Origin } from '../origin.ts';

/** How deep `if` may nest in one file. */
export const maximumLevels = 20;

interface Level {
  /** `done`: a branch before was taken and an `elseif` followed. */
  state: 'untaken' | 'taken' | 'done';
  else: Origin | undefined;
}

/**
 * The `if` levels of one file. Whether a line counts is decided by its own level alone: a true `if` inside a branch that
 * is not taken is taken. `else` flips its level whenever it comes.
 */
export class Conditionals {
  readonly #levels: Level[] = [];

  /** Whether lines count. */
  get isTaken(): boolean {
    return (this.#levels.at(-1)?.state ?? 'taken') === 'taken';
  }

  /** Whether lines count although a level around them is not taken. */
  get isTakenInUntaken(): boolean {
    return this.isTaken && this.#levels.some((level) => level.state !== 'taken');
  }

  get isOpen(): boolean {
    return this.#levels.length > 0;
  }

  get isFull(): boolean {
    return this.#levels.length >= maximumLevels;
  }

  /** An `if`. */
  open(value: boolean): void {
    this.#levels.push({ state: value ? 'taken' : 'untaken', else: undefined });
  }

  /**
   * An `elseif`; its expression is only evaluated when no branch before it was taken.
   * @returns whether it was
   */
  alternative(evaluate: () => boolean): boolean {
    const level = this.#levels.at(-1)!;
    const evaluates = level.state === 'untaken';
    if (evaluates) level.state = evaluate() ? 'taken' : 'untaken';
    else level.state = 'done';
    return evaluates;
  }

  /**
   * An `else`.
   * @returns the `else` that the level had before, if it had one
   */
  flip(origin: Origin): Origin | undefined {
    const level = this.#levels.at(-1)!;
    const before = level.else;
    level.else ??= origin;
    level.state = level.state === 'untaken' ? 'taken' : 'untaken';
    return before;
  }

  /** An `endif`. */
  close(): void {
    this.#levels.pop();
  }
}
