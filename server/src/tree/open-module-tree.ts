import { compareBytes } from '../files/compare-bytes.ts';
import { FileError, type FileSystem } from '../files/file-system.ts';
import { joinPath } from '../files/paths.ts';
import { decode } from '../text/encoding.ts';
import { AliasIndex } from './alias-index.ts';
import { wildcardStart } from './alias-pattern.ts';
import { BinIndex, type BinValue } from './bin-index.ts';
import { DependencyIndex } from './dependency-index.ts';
import { type DeviceNode, parseDeviceNodes } from './device-nodes.ts';
import { modulesDirectory } from './kernel-versions.ts';
import { type ModuleInfo, parseBuiltinInfo, valuesOf } from './module-info.ts';
import type { ModuleEntry, ModuleTree, TreeAlias } from './module-tree.ts';
import { moduleNameOf } from './names.ts';

/** No index of a kernel with every driver there is comes near this. */
const maximumIndexSize = 64 * 1024 * 1024;

/**
 * Opens the module tree of one kernel. Each index is read when it is first asked for and kept; who wants what changed
 * on the disk opens the tree anew.
 *
 * @returns undefined when there is no directory /lib/modules/`kernel`
 */
export function openModuleTree(files: FileSystem, kernel: string): IndexedModuleTree | undefined {
  if (kernel === '' || kernel.includes('/') || kernel === '.' || kernel === '..') return undefined;
  const directory = joinPath(modulesDirectory, kernel);
  return files.stat(directory)?.kind === 'directory'
    ? new IndexedModuleTree(files, kernel, directory)
    : undefined;
}

/**
 * A module tree by the text files that depmod wrote. Where one is missing, its `.bin` twin answers; then there are no
 * lines, and every line is -1.
 */
export class IndexedModuleTree implements ModuleTree {
  readonly kernel: string;
  readonly directory: string;
  readonly #files: FileSystem;
  readonly #problems: FileError[] = [];
  #dependencies: DependencyIndex | undefined;
  #aliases: AliasIndex | undefined;
  #symbols: AliasIndex | undefined;
  #builtin: ReadonlySet<string> | undefined;
  #builtinInfos: ReadonlyMap<string, ModuleInfo> | undefined;
  #builtinAliases: AliasIndex | undefined;
  #deviceNodes: readonly DeviceNode[] | undefined;
  #order: readonly string[] | undefined;

  constructor(files: FileSystem, kernel: string, directory: string) {
    this.#files = files;
    this.kernel = kernel;
    this.directory = directory;
  }

  /** What is there and could not be read, of the files asked for so far. */
  get problems(): readonly FileError[] {
    return this.#problems;
  }

  module(name: string): ModuleEntry | undefined {
    return this.#dependencyIndex().get(name);
  }

  modules(): Iterable<ModuleEntry> {
    return this.#dependencyIndex().entries();
  }

  aliases(request: string): readonly TreeAlias[] {
    return this.#byPlace(this.#aliasIndex().search(request));
  }

  aliasesOf(module: string): readonly TreeAlias[] {
    return this.#aliasIndex().ofModule(module);
  }

  symbols(request: string): readonly TreeAlias[] {
    return this.#byPlace(this.#symbolIndex().search(request));
  }

  symbolsOf(module: string): readonly TreeAlias[] {
    return this.#symbolIndex().ofModule(module);
  }

  isBuiltin(name: string): boolean {
    return this.builtinNames().has(name);
  }

  /** The normalised names of what is compiled in. */
  builtinNames(): ReadonlySet<string> {
    this.#builtin ??= this.#readBuiltin();
    return this.#builtin;
  }

  /** @returns what a module that is compiled in says of itself, by normalised name. */
  builtinInfo(name: string): ModuleInfo | undefined {
    return this.#infos().get(name);
  }

  builtinAliases(request: string): readonly TreeAlias[] {
    this.#builtinAliases ??= this.#readBuiltinAliases();
    return this.#builtinAliases
      .search(request)
      .sort((left, right) => compareFound(left.pattern, right.pattern));
  }

  /** The nodes that modules.devname has made at boot. */
  deviceNodes(): readonly DeviceNode[] {
    this.#deviceNodes ??= parseDeviceNodes(this.#readText('modules.devname') ?? '');
    return this.#deviceNodes;
  }

  /** The paths of modules.order, in the order in which the kernel's build made them; depmod prefers earlier modules. */
  order(): readonly string[] {
    this.#order ??= (this.#readText('modules.order') ?? '').split('\n').filter(Boolean);
    return this.#order;
  }

  #infos(): ReadonlyMap<string, ModuleInfo> {
    this.#builtinInfos ??= parseBuiltinInfo(this.#read('modules.builtin.modinfo') ?? new Uint8Array());
    return this.#builtinInfos;
  }

  #dependencyIndex(): DependencyIndex {
    this.#dependencies ??= this.#readDependencies();
    return this.#dependencies;
  }

  #aliasIndex(): AliasIndex {
    this.#aliases ??= this.#readAliases('modules.alias');
    return this.#aliases;
  }

  #symbolIndex(): AliasIndex {
    this.#symbols ??= this.#readAliases('modules.symbols');
    return this.#symbols;
  }

  /** Sorts as kmod does: by the place of the module in modules.dep. */
  #byPlace(aliases: TreeAlias[]): TreeAlias[] {
    if (aliases.length < 2) return aliases;
    const dependencies = this.#dependencyIndex();
    return aliases.sort((left, right) => dependencies.place(left.module) - dependencies.place(right.module));
  }

  #readDependencies(): DependencyIndex {
    const text = this.#readText('modules.dep');
    if (text !== undefined) return new DependencyIndex(text, this.directory);
    const values = this.#readBin('modules.dep.bin').sort((left, right) => left.priority - right.priority);
    return new DependencyIndex(values.map(({ value }) => `${value}\n`).join(''), this.directory, false);
  }

  #readAliases(name: 'modules.alias' | 'modules.symbols'): AliasIndex {
    const text = this.#readText(name);
    return text === undefined ? indexOf(this.#readBin(`${name}.bin`)) : new AliasIndex(text);
  }

  #readBuiltin(): ReadonlySet<string> {
    const text = this.#readText('modules.builtin');
    if (text === undefined) return new Set(this.#readBin('modules.builtin.bin').map(({ key }) => key));
    return new Set(text.split('\n').map(moduleNameOf).filter(Boolean));
  }

  #readBuiltinAliases(): AliasIndex {
    const infos = this.#infos();
    if (infos.size === 0) return indexOf(this.#readBin('modules.builtin.alias.bin'));
    const aliases = [...infos].flatMap(([value, info]) =>
      valuesOf(info, 'alias').map((key) => ({ key, value })),
    );
    return indexOf(aliases);
  }

  #readBin(name: string): BinValue[] {
    const bytes = this.#read(name);
    const index = bytes && BinIndex.open(bytes);
    if (index instanceof BinIndex) return [...index.entries()];
    if (index !== undefined)
      this.#problems.push(new FileError('other', joinPath(this.directory, name), index.message));
    return [];
  }

  #readText(name: string): string | undefined {
    const bytes = this.#read(name);
    return bytes && decode(bytes);
  }

  /** @returns undefined where there is no such file; one that cannot be read is remembered as a problem. */
  #read(name: string): Uint8Array | undefined {
    try {
      return this.#files.read(joinPath(this.directory, name), maximumIndexSize);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      if (error.code !== 'not-found') this.#problems.push(error);
      return undefined;
    }
  }
}

function indexOf(aliases: readonly { readonly key: string; readonly value: string }[]): AliasIndex {
  return new AliasIndex(aliases.map(({ key, value }) => `alias ${key} ${value}\n`).join(''), false);
}

/**
 * Orders patterns by what kmod answers first where all have the same priority: what its search meets last. That is the
 * pattern without wildcards, then those whose first wildcard stands furthest right, there `[` before `?` before `*`, then
 * the others in descending byte order, a pattern before its own extensions.
 */
function compareFound(left: string, right: string): number {
  const leftStart = wildcardStart(left);
  const rightStart = wildcardStart(right);
  if (leftStart === left.length || rightStart === right.length)
    return Number(rightStart === right.length) - Number(leftStart === left.length);
  if (leftStart !== rightStart) return rightStart - leftStart;
  const order = '[?*';
  const byWildcard = order.indexOf(left.charAt(leftStart)) - order.indexOf(right.charAt(rightStart));
  if (byWildcard !== 0) return byWildcard;
  if (left.startsWith(right) || right.startsWith(left)) return left.length - right.length;
  return compareBytes(right, left);
}
