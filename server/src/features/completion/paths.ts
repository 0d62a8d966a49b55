import type { FileSystem } from '../../files/file-system.ts';
import type { Suggestion } from './suggestion.ts';

/**
 * @param written the beginning of an absolute path
 * @returns the files and directories that may follow, their labels whole paths; none when `written` is no absolute path
 */
export function pathSuggestions(written: string, files: FileSystem, only?: 'directories'): Suggestion[] {
  const slash = written.lastIndexOf('/');
  if (slash === -1 || !written.startsWith('/')) return written === '' ? [{ label: '/', kind: 'folder' }] : [];
  const directory = written.slice(0, slash + 1);
  try {
    return files.list(directory).flatMap(({ name }): Suggestion[] => {
      const path = directory + name;
      const isDirectory = files.stat(path)?.kind === 'directory';
      if (isDirectory) return [{ label: `${path}/`, kind: 'folder' }];
      return only === 'directories' ? [] : [{ label: path, kind: 'file' }];
    });
  } catch {
    return []; // no such directory, or one that cannot be read
  }
}
