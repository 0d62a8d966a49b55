/**
 * What the loaders are allowed to see of a machine: the files below one root, by absolute path inside it
 * (`/etc/modules.conf`, whatever the root's own place is). Nothing outside can be named: `..` stops at the root and
 * links are followed inside it, as after chroot(2). Synchronous, because the loaders are; a file system that is not
 * (a browser's) is copied into memory first.
 */
export interface FileSystem {
  /**
   * @param limit refuse files with more bytes than this
   * @returns the bytes of a regular file
   * @throws FileError
   */
  read(path: string, limit?: number): Uint8Array;
  /** @returns what stands at `path`, links followed; undefined when there is nothing or it cannot be reached. */
  stat(path: string): FileStat | undefined;
  /**
   * @returns the names in a directory, without `.` and `..`, in byte order
   * @throws FileError
   */
  list(path: string): readonly DirectoryEntry[];
  /** @returns `path` with every link in it resolved (still absolute inside the root); undefined when there is nothing. */
  realPath(path: string): string | undefined;
}

export interface FileStat {
  readonly kind: 'file' | 'directory' | 'other';
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Permission bits, as in chmod(2); 0o644 where the file system has none. */
  readonly mode: number;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'link' | 'other';
}

/** Files larger than this are not configuration; reading one is refused with a {@link FileError} `too-large`. */
export const maximumFileSize = 16 * 1024 * 1024;

export type FileErrorCode =
  | 'not-found'
  | 'permission'
  | 'is-directory'
  | 'not-directory'
  | 'not-a-file'
  | 'too-large'
  | 'link-loop'
  | 'other';

/** Why a file could not be read. The message is for people: path and reason. */
export class FileError extends Error {
  override readonly name = 'FileError';
  constructor(
    readonly code: FileErrorCode,
    readonly path: string,
    detail?: string,
  ) {
    super(`${path}: ${detail ?? describe[code]}`);
  }
}

const describe: Record<FileErrorCode, string> = {
  'not-found': 'no such file or directory',
  permission: 'permission denied',
  'is-directory': 'is a directory',
  'not-directory': 'is not a directory',
  'not-a-file': 'is not a regular file',
  'too-large': 'file too large',
  'link-loop': 'too many levels of symbolic links',
  other: 'cannot be read',
};
