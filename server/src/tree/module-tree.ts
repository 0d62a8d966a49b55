/**
 * The indexes of one kernel's module tree (/lib/modules/V), as kmod uses them: modules.dep, modules.alias,
 * modules.symbols, modules.builtin and modules.builtin.modinfo. Nothing here throws: a file that is missing or malformed gives
 * an index with less in it. modules.softdep and modules.weakdep are not here: for kmod they are configuration.
 */
export interface ModuleTree {
  /** The kernel version: `6.1.0-18-amd64`. */
  readonly kernel: string;
  /** Absolute path inside the root, without a trailing slash: `/lib/modules/6.1.0-18-amd64`. */
  readonly directory: string;
  /** @returns the modules.dep entry of a normalised module name (`_` for every `-`); the first one, where a name is listed twice. */
  module(name: string): ModuleEntry | undefined;
  /** Every entry of modules.dep, in the order of its lines. */
  modules(): Iterable<ModuleEntry>;
  /**
   * @param request a normalised name
   * @returns the lines of modules.alias whose pattern matches, in the order of kmod's answer: by the place of their
   *   module in modules.dep (depmod stores it as the priority of the index value), modules that are not in modules.dep last.
   *   A module is there once for each of its patterns that matches.
   */
  aliases(request: string): readonly TreeAlias[];
  /** @returns the lines of modules.alias that lead to a normalised module name, in the order of the file. */
  aliasesOf(module: string): readonly TreeAlias[];
  /** @returns the lines of modules.symbols for a request such as `symbol:crc16`, ordered as {@link ModuleTree.aliases} are. */
  symbols(request: string): readonly TreeAlias[];
  /** @returns the lines of modules.symbols that lead to a normalised module name, in the order of the file. */
  symbolsOf(module: string): readonly TreeAlias[];
  /** @returns whether modules.builtin lists a normalised module name. */
  isBuiltin(name: string): boolean;
  /**
   * The aliases of what is compiled in, from `MODULE.alias=PATTERN` of modules.builtin.modinfo; each has `line` -1, because that
   * file has no lines.
   *
   * @param request a normalised name
   * @returns what matches, in the order of kmod's answer. All values have priority 0 in that index, and a value is put
   *   before its equals, so what the search visits last comes first: the pattern without wildcards, then those whose first
   *   wildcard (`*`, `?` or `[`) stands furthest right, at the same place `[` before `?` before `*`, then the others in descending
   *   byte order with a pattern before its own extensions. One pattern's modules are in the order of the file.
   */
  builtinAliases(request: string): readonly TreeAlias[];
}

/** One line of modules.dep. */
export interface ModuleEntry {
  /** Normalised: the file name up to its first `.`, with `_` for every `-`. */
  readonly name: string;
  /** Absolute path inside the root: `/lib/modules/V/kernel/fs/ext4/ext4.ko`. */
  readonly path: string;
  /** As written in modules.dep: `kernel/fs/ext4/ext4.ko`. */
  readonly listedPath: string;
  /** The paths behind the colon as they are written, in order; kmod inserts them from right to left. */
  readonly dependencies: readonly string[];
  /** The zero-based line in modules.dep. */
  readonly line: number;
}

/** A line `alias PATTERN MODULE` of modules.alias or modules.symbols. */
export interface TreeAlias {
  /**
   * Normalised as depmod does for the index: `_` for every `-` outside `[…]`. Up to its first `*`, `?` or `[` it is compared
   * character by character (a `\` there is an ordinary character), from there on it is an fnmatch(3) pattern.
   */
  readonly pattern: string;
  /** The module's normalised name. */
  readonly module: string;
  /** The zero-based line in its file. */
  readonly line: number;
}
