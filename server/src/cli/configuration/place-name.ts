import type { ConfigurationPlace } from '../../lint/configuration-file/content.ts';
import type { Host } from '../host.ts';
import { shownPath } from '../shown-path.ts';

/** @returns the file and line where a configuration says something, as people name it, or the preset. */
export function placeName(host: Host, { path, line }: ConfigurationPlace): string {
  return line === undefined ? path : `${shownPath(host, path)}:${line}`;
}
