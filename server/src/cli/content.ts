/** Enough of a file to tell text from anything else. */
const sampleSize = 1024;

/** How the files begin that people name by mistake: ELF, gzip, xz, zstd, bzip2, kmod's indexes. */
const signatures: readonly (readonly number[])[] = [
  [0x7f, 0x45, 0x4c, 0x46],
  [0x1f, 0x8b],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x42, 0x5a, 0x68],
  [0xb0, 0x07, 0xf4, 0x57],
];

/**
 * @returns whether the bytes are no text: a known binary format, or more than one control character in twenty bytes. A stray NUL in
 *   a text does not make it binary: the loaders read it, and so do we.
 */
export function looksBinary(bytes: Uint8Array): boolean {
  if (signatures.some((signature) => signature.every((byte, index) => bytes[index] === byte))) return true;
  const length = Math.min(bytes.length, sampleSize);
  let controls = 0;
  for (let at = 0; at < length; at++) if (isControl(bytes[at]!)) controls++;
  return controls > 4 && controls * 20 > length;
}

/** White space and ESC, which colours need, are no controls here. */
function isControl(byte: number): boolean {
  return byte === 0x7f || (byte < 0x20 && byte !== 0x1b && (byte < 0x09 || byte > 0x0d));
}
