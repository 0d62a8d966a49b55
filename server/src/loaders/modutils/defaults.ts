import { shortKernelVersion } from '../../expand/expand.ts';
import { known } from '../../expand/expansion.ts';
import { builtIn } from '../origin.ts';
import { builtInAliases } from './built-in-aliases.ts';
import type { PathEntry } from './configuration.ts';
import { type EntryLists, ListEntry } from './list-entry.ts';

const builtInPruned = [
  'modules.dep',
  'modules.generic_string',
  'modules.pcimap',
  'modules.isapnpmap',
  'modules.usbmap',
  'modules.parportmap',
  'modules.ieee1394map',
  'modules.pnpbiosmap',
  'System.map',
  '.config',
  'build',
  'vmlinux',
  'vmlinuz',
  'bzImage',
  'zImage',
  '.rhkmvtag',
];

const builtInOptions: readonly (readonly [module: string, words: readonly string[]])[] = [
  ['dummy0', ['-o', 'dummy0']],
  ['dummy1', ['-o', 'dummy1']],
  ['sb', ['io=0x220', 'irq=7', 'dma=1', 'dma16=5', 'mpu_io=0x330']],
];

const pathTags = [
  'kernel',
  'fs',
  'net',
  'scsi',
  'block',
  'cdrom',
  'ipv4',
  'ipv6',
  'sound',
  'fc4',
  'video',
  'misc',
  'pcmcia',
  'atm',
  'usb',
  'ide',
  'ieee1394',
  'mtd',
];

/** Where persistent module data is kept when no line says so. */
export const defaultPersistdir = '/var/lib/modules/persist';

/** @returns the search paths before the first `path` line. */
export function defaultPaths(kernel: string): PathEntry[] {
  const path = (tag: string, name: string): PathEntry => ({
    tag,
    directory: known([`/lib/modules/${name}`]),
    origin: builtIn,
  });
  return [
    path('boot', 'boot'),
    path('toplevel', kernel),
    path('toplevel', shortKernelVersion(kernel)),
    ...pathTags.map((tag) => path(tag, tag)),
  ];
}

/** @returns where a generated file is when no line says so; `name` is its directive, such as `depfile`. */
export function defaultGeneratedFile(name: string, kernel: string): string {
  return `/lib/modules/${kernel}/modules.${name.slice(0, -'file'.length)}`;
}

/** Fills in what modutils has before it reads a line. */
export function addDefaults(lists: EntryLists): void {
  const add = (list: Map<string, ListEntry>, key: string, words: readonly string[]): void => {
    list.set(key, new ListEntry(key, known(words), builtIn));
  };
  for (const name of builtInPruned) add(lists.prune, name, []);
  for (const [name, module] of builtInAliases) add(lists.alias, name, [module]);
  for (const [module, words] of builtInOptions) add(lists.options, module, words);
}
