/** A node of a `.bin` index. Texts are byte strings: one character (U+0000 to U+00FF) per byte. */
export interface BinNode {
  readonly prefix: string;
  /** By the byte that leads to the child, ascending. */
  readonly children: ReadonlyMap<number, BinNode>;
  readonly values: readonly NodeValue[];
}

interface NodeValue {
  readonly value: string;
  readonly priority: number;
}

/** The upper bits of a node's offset say which parts the node has. */
const prefixFlag = 0x80000000;
const valuesFlag = 0x40000000;
const childrenFlag = 0x20000000;
const offsetMask = 0x0fffffff;

/** Far deeper than any index of real modules, and shallow enough for recursion. */
const maximumDepth = 1024;

/**
 * Reads a trie. In a sound file no byte belongs to two nodes; a file that would have more read than it holds is damaged,
 * so nothing can make reading long or endless.
 *
 * @param root the root's offset with its flags
 * @returns undefined for a damaged file
 */
export function readNodes(bytes: Uint8Array, root: number): BinNode | undefined {
  try {
    return new NodeReader(bytes).read(root, 0);
  } catch (error) {
    if (error instanceof Damaged) return undefined;
    throw error;
  }
}

class Damaged extends Error {}

class NodeReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #budget: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#budget = bytes.length;
  }

  read(flagged: number, depth: number): BinNode {
    if (depth > maximumDepth) throw new Damaged();
    let at = flagged & offsetMask;
    let prefix = '';
    if (flagged & prefixFlag) {
      prefix = this.#string(at);
      at += prefix.length + 1;
    }
    const children = new Map<number, BinNode>();
    if (flagged & childrenFlag) {
      const first = this.#byte(at);
      const last = this.#byte(at + 1);
      at += 2;
      for (let code = first; code <= last; code++, at += 4) {
        const child = this.#number(at);
        if (child !== 0) children.set(code, this.read(child, depth + 1));
      }
    }
    return { prefix, children, values: flagged & valuesFlag ? this.#values(at) : [] };
  }

  #values(start: number): NodeValue[] {
    const values: NodeValue[] = [];
    let at = start + 4;
    for (let count = this.#number(start); count > 0; count--) {
      const priority = this.#number(at);
      const value = this.#string(at + 4);
      values.push({ value, priority });
      at += value.length + 5;
    }
    return values;
  }

  #byte(at: number): number {
    this.#spend(at, 1);
    return this.#view.getUint8(at);
  }

  #number(at: number): number {
    this.#spend(at, 4);
    return this.#view.getUint32(at);
  }

  /** The bytes up to the next NUL. */
  #string(at: number): string {
    const end = this.#bytes.indexOf(0, at);
    if (end === -1) throw new Damaged();
    this.#spend(at, end - at + 1);
    let text = '';
    for (let index = at; index < end; index++) text += String.fromCharCode(this.#bytes[index]!);
    return text;
  }

  #spend(at: number, size: number): void {
    this.#budget -= size;
    if (this.#budget < 0 || at + size > this.#bytes.length) throw new Damaged();
  }
}
