/** One measured figure; `limit` is what it must not exceed, where there is something to keep. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  /** Whether the limit is kept. */
  readonly ok?: boolean;
  /** How it was measured, for whoever reads the figure. */
  readonly how: string;
}

/** @returns a figure that is compared with its limit, rounded to three significant places. */
export function figure(name: string, value: number, unit: string, how: string, limit?: number): Figure {
  const rounded = Number(value.toPrecision(3));
  return limit === undefined
    ? { name, value: rounded, unit, how }
    : { name, value: rounded, unit, how, limit, ok: value <= limit };
}

/** @returns the middle one of the values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** @returns the value below which `share` (0 to 1) of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** @returns how long `action` takes, in milliseconds, with the garbage of others collected before. */
export function timeAlone(action: () => void): number {
  globalThis.gc?.();
  return time(action);
}

/** @returns how long `action` takes, in milliseconds. */
export function time(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}
