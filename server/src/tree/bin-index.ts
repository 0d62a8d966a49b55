import { fnmatch } from '../files/fnmatch.ts';
import { decode, encode } from '../text/encoding.ts';
import { isWildcard } from './alias-pattern.ts';
import { type BinNode, readNodes } from './bin-nodes.ts';

/** What a `.bin` index holds for a key: for modules.dep.bin a line of modules.dep, otherwise a module's name. */
export interface BinValue {
  readonly key: string;
  readonly value: string;
  /** The module's place among all modules, as depmod counted. */
  readonly priority: number;
}

/** Why a `.bin` index cannot be read. */
export interface BinIndexProblem {
  readonly kind: 'not-an-index' | 'unknown-version' | 'corrupt';
  /** For people: goes on where the file's name left off. */
  readonly message: string;
}

const magic = 0xb007f457;
const majorVersion = 2;
const headerSize = 12;

/**
 * A trie as depmod writes it (modules.dep.bin, modules.alias.bin, …: big-endian, version 2) and kmod searches it. The whole
 * trie is read and checked when it is opened, so that searching can neither fail nor run away.
 */
export class BinIndex {
  readonly #root: BinNode;

  private constructor(root: BinNode) {
    this.#root = root;
  }

  /** @returns the index, or what is wrong with the file; never throws. */
  static open(bytes: Uint8Array): BinIndex | BinIndexProblem {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < headerSize || view.getUint32(0) !== magic)
      return { kind: 'not-an-index', message: 'does not begin as an index of kmod does' };
    const version = view.getUint32(4) >>> 16;
    if (version !== majorVersion)
      return { kind: 'unknown-version', message: `is an index of version ${version}, not ${majorVersion}` };
    const root = readNodes(bytes, view.getUint32(8));
    return root === undefined ? { kind: 'corrupt', message: 'is damaged' } : new BinIndex(root);
  }

  /** @returns the values of exactly this key, by priority. */
  get(key: string): BinValue[] {
    const wanted = bytesOf(key);
    let node: BinNode | undefined = this.#root;
    let at = 0;
    while (node !== undefined) {
      if (!wanted.startsWith(node.prefix, at)) return [];
      at += node.prefix.length;
      if (at === wanted.length) return byPriority(valuesOf(node, key));
      node = node.children.get(wanted.charCodeAt(at++));
    }
    return [];
  }

  /**
   * Searches as kmod does: keys are patterns from their first wildcard on.
   *
   * @param request a normalised name
   * @returns the values of every key that matches, in kmod's order: by priority, of equal ones what is found last comes
   *   first
   */
  search(request: string): BinValue[] {
    const found: BinValue[] = [];
    searchNode(this.#root, bytesOf(request), found);
    return byPriority(found.reverse());
  }

  /** Everything in the index, in byte order of the keys. */
  *entries(): Generator<BinValue> {
    yield* entriesBelow(this.#root, '');
  }
}

/** Follows the request as long as the keys have no wildcard; what begins with one is matched as a whole. */
function searchNode(root: BinNode, request: string, found: BinValue[]): void {
  let node: BinNode | undefined = root;
  let at = 0;
  while (node !== undefined) {
    for (let index = 0; index < node.prefix.length; index++, at++) {
      const code = node.prefix.charCodeAt(index);
      if (isWildcard(code)) {
        matchBelow(node, { request, literal: at, found }, node.prefix.slice(index));
        return;
      }
      if (code !== request.charCodeAt(at)) return;
    }
    for (const wildcard of '*?[') {
      const child = node.children.get(wildcard.charCodeAt(0));
      if (child !== undefined) matchBelow(child, { request, literal: at, found }, wildcard + child.prefix);
    }
    if (at === request.length) {
      found.push(...valuesOf(node, textOf(request)));
      return;
    }
    node = node.children.get(request.charCodeAt(at++));
  }
}

interface WildcardSearch {
  readonly request: string;
  /** How much of the request is matched already, character by character. */
  readonly literal: number;
  readonly found: BinValue[];
}

/**
 * @param pattern the key from its first wildcard to the end of the node's prefix
 */
function matchBelow(node: BinNode, search: WildcardSearch, pattern: string): void {
  for (const [code, child] of node.children)
    matchBelow(child, search, pattern + String.fromCharCode(code) + child.prefix);
  if (node.values.length === 0) return;
  const { request, literal, found } = search;
  if (fnmatch(textOf(pattern), textOf(request.slice(literal))))
    found.push(...valuesOf(node, textOf(request.slice(0, literal) + pattern)));
}

function* entriesBelow(node: BinNode, path: string): Generator<BinValue> {
  const key = path + node.prefix;
  yield* valuesOf(node, textOf(key));
  for (const [code, child] of node.children) yield* entriesBelow(child, key + String.fromCharCode(code));
}

function valuesOf(node: BinNode, key: string): BinValue[] {
  return node.values.map(({ value, priority }) => ({ key, value: textOf(value), priority }));
}

function byPriority(values: readonly BinValue[]): BinValue[] {
  return values.toSorted((left, right) => left.priority - right.priority);
}

/** @returns the bytes of a text, each as one character. */
function bytesOf(text: string): string {
  return Array.from(encode(text), (byte) => String.fromCharCode(byte)).join('');
}

/** The reverse of {@link bytesOf}. */
function textOf(bytes: string): string {
  return decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
}
