import type { FileSystem } from '../../files/file-system.ts';
import { baseName, directoryName } from '../../files/paths.ts';

const current = '/etc/modules.conf';
const old = '/etc/conf.modules';

export interface LocatedConfiguration {
  /** Undefined: there is none, the built-in defaults apply. */
  readonly path: string | undefined;
  /** What modutils says about the choice, each without a line end; lines inside are indented as modutils does. */
  readonly warnings: readonly string[];
}

/** @returns the file that modutils reads when nobody names one: /etc/modules.conf, else /etc/conf.modules. */
export function locateConfiguration(files: FileSystem): LocatedConfiguration {
  const hasCurrent = files.stat(current) !== undefined;
  const hasOld = files.stat(old) !== undefined;
  if (!hasCurrent) return hasOld ? { path: old, warnings: [oldOnly] } : { path: undefined, warnings: [] };
  if (!hasOld) return { path: current, warnings: [] };
  const same = files.realPath(current) === files.realPath(old);
  const warning = !same ? both : isLink(current, files) ? currentIsLink : oldIsLink;
  return { path: current, warnings: [warning] };
}

function isLink(path: string, files: FileSystem): boolean {
  try {
    return files
      .list(directoryName(path))
      .some(({ name, kind }) => name === baseName(path) && kind === 'link');
  } catch {
    return false; // a directory that can be entered and not read
  }
}

const oldOnly = [
  `Warning: modutils is reading from ${old} because`,
  `         ${current} does not exist.  The use of ${old} is`,
  `         deprecated, please rename ${old} to ${current}`,
  '         as soon as possible.  Command',
  `         mv ${old} ${current}`,
].join('\n');

const both = [
  `Warning: modutils is reading from ${current} and`,
  `         ignoring ${old}.  The use of ${old} is deprecated,`,
  `         please remove ${old} as soon as possible.  Command`,
  `           rm ${old}`,
].join('\n');

const currentIsLink = [
  `Warning: You do not need a link from ${current} to`,
  `         ${old}.  The use of ${old} is deprecated,`,
  `         please remove ${current} and rename ${old}`,
  `         to ${current} as soon as possible.  Commands.`,
  `           rm ${current}`,
  `           mv ${old} ${current}`,
].join('\n');

const oldIsLink = [
  `Warning: You do not need a link from ${old} to`,
  `         ${current}.  The use of ${old} is deprecated,`,
  `         please remove ${old} as soon as possible.  Command`,
  `           rm ${old}`,
].join('\n');
