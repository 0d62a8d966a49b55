import type { FileSystem } from '../files/file-system.ts';
import { skipSpace } from '../syntax/characters.ts';
import { type Expansion, known, unknown } from './expansion.ts';
import { glob } from './glob.ts';
import { metacharacter, metacharactersIn } from './metacharacters.ts';
import { echoed, type Variables } from './shell-echo.ts';
import { splitAtBlank, splitAtSpace, splitUnquoting } from './split-words.ts';

/** What an expansion may ask for. */
export interface ExpansionContext {
  readonly files: FileSystem;
  /** The kernel version in force, such as `2.4.20`. */
  readonly kernel: string;
  readonly variables: Variables;
  /** Told what the loader passes over in silence. */
  readonly onNotice?: (notice: ExpansionNotice) => void;
}

export type ExpansionNotice =
  /** What a text with metacharacters (other than `=`) became. */
  | { readonly kind: 'expanded'; readonly value: Expansion }
  | { readonly kind: 'variable-undefined'; readonly name: string }
  | { readonly kind: 'glob-no-match'; readonly pattern: string };

/** PATH_MAX: modutils cuts what it hands to the shell after so many bytes, and words that are longer break it. */
const maximumEchoed = 4096;

/**
 * Expands a text as modutils' meta_expand does. In order: `` `uname -r` `` and `` `kernelversion` `` are replaced; text
 * without metacharacters is cut at white space; with quotes and backslashes alone it is cut and unquoted; with `=` alone
 * it is cut; with wildcards alone it is a pattern of glob(3); all else, and a pattern that finds nothing, goes through a
 * shell's echo and is unquoted. Nothing is ever run: what a shell would have to run is unknown.
 *
 * @returns never throws
 */
export function expand(text: string, context: ExpansionContext): Expansion {
  if (isPlain(text)) return expandPlain(text);
  const value = expandMetacharacters(text, context);
  context.onNotice?.({ kind: 'expanded', value });
  return value;
}

/** @returns whether the text from `start` on has no metacharacters but `=`, so that its words are as they stand. */
export function isPlain(text: string, start = 0): boolean {
  return (metacharactersIn(text, start) & ~metacharacter.equals) === 0;
}

/** @returns what {@link expand} makes of a text that {@link isPlain}. */
export function expandPlain(text: string): Expansion {
  return known(text.includes('=') ? splitAtSpace(text) : splitAtBlank(text));
}

function expandMetacharacters(written: string, context: ExpansionContext): Expansion {
  const text = replaceBuiltInCommands(written, context.kernel);
  const kinds = metacharactersIn(text);
  if (isPlain(text)) return expandPlain(text);
  if (kinds === metacharacter.quote) return known(splitUnquoting(text));
  if (kinds === metacharacter.wildcard) {
    const found = expandPattern(text, context);
    if (found === 'too-many') return unknown(written, 'too many files to look through');
    if (found === 'depends-on-order')
      return unknown(written, 'depends on the order in which the directory lists its files');
    if (found !== undefined) return known(found);
    context.onNotice?.({ kind: 'glob-no-match', pattern: text });
  }
  const tooLong = unknown(written, `longer than the ${maximumEchoed} bytes that modutils can expand`);
  if (text.length > maximumEchoed) return tooLong;
  const output = echoed(text, context.variables, (name) =>
    context.onNotice?.({ kind: 'variable-undefined', name }),
  );
  if ('reason' in output) return unknown(written, output.reason);
  return output.text.length > maximumEchoed ? tooLong : known(splitUnquoting(output.text));
}

/** @returns the first two components of a kernel version, which `` `kernelversion` `` stands for. */
export function shortKernelVersion(kernel: string): string {
  return kernel.split('.', 2).join('.');
}

/**
 * Replaces the commands that modutils knows itself. What begins with one counts up to the closing backquote, so
 * `` `uname -rm` `` is `` `uname -r` ``. The first other backquote ends the search.
 */
export function replaceBuiltInCommands(text: string, kernel: string): string {
  let done = '';
  let rest = text;
  for (;;) {
    const open = rest.indexOf('`');
    if (open === -1) return done + rest;
    const command = skipSpace(rest, open + 1);
    const close = rest.indexOf('`', command);
    const value = rest.startsWith('uname -r', command)
      ? kernel
      : rest.startsWith('kernelversion', command)
        ? shortKernelVersion(kernel)
        : undefined;
    if (value === undefined || close === -1) return done + rest;
    done += rest.slice(0, open) + value;
    rest = rest.slice(close + 1);
  }
}

/**
 * @returns the paths that a pattern finds; undefined when its text stands, because it finds nothing or what it finds
 * would have to be expanded itself. modutils looks at the first path in the directory's order for that.
 */
function expandPattern(
  pattern: string,
  context: ExpansionContext,
): readonly string[] | 'too-many' | 'depends-on-order' | undefined {
  const paths = glob(pattern, context.files);
  if (paths === undefined) return 'too-many';
  const plain = paths.filter((path) => metacharactersIn(path) === 0);
  if (plain.length === 0) return undefined;
  return plain.length === paths.length ? paths : 'depends-on-order';
}
