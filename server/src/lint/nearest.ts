/**
 * Finds what somebody meant who wrote a name that does not exist.
 *
 * @returns the candidate that differs least from `name` (letters left out, put in, changed or swapped; upper and lower case
 * count as the same), undefined when none is near enough to be meant
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  // About one slip in three letters; a name of two letters matches nothing by accident.
  let limit = Math.min(3, Math.floor(name.length / 3));
  if (name.length > longestName) return undefined;
  let best: string | undefined;
  for (const candidate of candidates) {
    const lower = candidate.toLowerCase();
    if (lower === wanted) return candidate;
    if (Math.abs(lower.length - wanted.length) > limit) continue;
    const distance = editDistance(wanted, lower);
    if (distance > limit) continue;
    best = candidate;
    limit = distance - 1;
  }
  return best;
}

/** No name that we know is longer, and comparing takes time by the square of the length. */
const longestName = 60;

/** The number of slips between two names: left out, put in, changed, two neighbours swapped. */
function editDistance(left: string, right: string): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      let cost = Math.min(row[j - 1]! + (same ? 0 : 1), row[j]! + 1, next[j - 1]! + 1);
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[right.length]!;
}
