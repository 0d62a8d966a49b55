import { encode } from '../../server/src/text/encoding.ts';

export interface BinEntry {
  readonly key: string;
  readonly value: string;
  readonly priority: number;
}

interface Node {
  values: BinEntry[];
  children: Map<number, Node>;
}

/** Writes a `.bin` index for tests; runs of single children become prefixes, as depmod does. */
export function writeBinIndex(entries: readonly BinEntry[]): Uint8Array {
  const root: Node = { values: [], children: new Map() };
  for (const entry of entries) {
    let node = root;
    for (const byte of encode(entry.key)) {
      const child = node.children.get(byte) ?? { values: [], children: new Map() };
      node.children.set(byte, child);
      node = child;
    }
    node.values.push(entry);
  }
  const out: number[] = [...number(0xb007f457), ...number(0x00020001), 0, 0, 0, 0];
  out.splice(8, 4, ...number(write(root, out)));
  return Uint8Array.from(out);
}

function number(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
}

/** @returns the node's offset with its flags. */
function write(start: Node, out: number[]): number {
  const prefix: number[] = [];
  let node = start;
  while (node.values.length === 0 && node.children.size === 1) {
    const [byte, child] = [...node.children][0]!;
    prefix.push(byte);
    node = child;
  }
  const bytes = [...node.children.keys()].sort((left, right) => left - right);
  const offsets = new Map(bytes.map((byte) => [byte, write(node.children.get(byte)!, out)]));
  let flagged = out.length;
  if (prefix.length > 0) {
    out.push(...prefix, 0);
    flagged |= 0x80000000;
  }
  const first = bytes[0];
  const last = bytes.at(-1);
  if (first !== undefined && last !== undefined) {
    out.push(first, last);
    for (let byte = first; byte <= last; byte++) out.push(...number(offsets.get(byte) ?? 0));
    flagged |= 0x20000000;
  }
  if (node.values.length > 0) {
    out.push(...number(node.values.length));
    const values = node.values.toSorted((left, right) => left.priority - right.priority);
    for (const { priority, value } of values) out.push(...number(priority), ...encode(value), 0);
    flagged |= 0x40000000;
  }
  return flagged;
}
