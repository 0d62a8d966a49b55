/**
 * Takes the compression off a file: gzip, xz or zstd, told by its first bytes; any other file comes back as it is.
 * Handed in from outside, because it needs more than the language itself.
 *
 * @param limit refuse what gets longer than this, in bytes
 * @throws Error for damaged data and for what is too long; the message is for people
 */
export type Decompress = (bytes: Uint8Array, limit: number) => Promise<Uint8Array>;
