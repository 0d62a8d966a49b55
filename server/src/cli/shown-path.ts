import { relative } from 'node:path';
import type { Host } from './host.ts';

/** @returns an absolute path as people in the current directory would write it: relative when it is below. */
export function shownPath({ directory }: Pick<Host, 'directory'>, path: string): string {
  const fromHere = relative(directory, path);
  return fromHere === '' || fromHere === '..' || fromHere.startsWith('../') ? path : fromHere;
}
