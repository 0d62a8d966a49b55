import type { Configuration, ConfiguredPath } from '../../lint/configuration-file/configuration.ts';
import { findRoot } from '../../workspace/root.ts';
import type { FolderPolicy } from '../find-files.ts';
import type { Host } from '../host.ts';
import { insideRoot } from '../projects.ts';

const unrestricted: FolderPolicy = { excludes: () => undefined, knows: () => false };

/**
 * @param root absolute; undefined where it follows from the configuration or each file's place
 * @returns what a configuration wants with the files of a folder
 */
export function folderPolicy(
  configuration: Configuration | undefined,
  host: Host,
  root: string | undefined,
): FolderPolicy {
  if (configuration === undefined) return unrestricted;
  const describe = (path: string) => configuredPath(configuration, host, path, root);
  return {
    excludes: (path, isFolder) => configuration.exclusion({ ...describe(path), isFolder }),
    knows: (path) => configuration.effective(describe(path)).language !== undefined,
  };
}

/** @returns a path with where it is in its root, which patterns may be about. */
export function configuredPath(
  configuration: Configuration,
  host: Host,
  path: string,
  root: string | undefined,
): ConfiguredPath {
  const directory = root ?? configuration.root?.value ?? findRoot(host.filesBelow('/'), path);
  return { path, inside: insideRoot(directory, path) };
}
