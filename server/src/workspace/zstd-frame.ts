/** What a zstd frame says of itself before it is decompressed (RFC 8878, section 3.1.1). */
export interface ZstdFrame {
  /** How much of the output a decoder has to keep, in bytes. */
  readonly windowSize: number;
  readonly blocks: number;
  /** Where the frame ends. */
  readonly end: number;
}

const blockTypes = { repeated: 1, reserved: 3 };

/** @returns the frame at the start of `bytes`; undefined if it is cut off or damaged. */
export function zstdFrame(bytes: Uint8Array): ZstdFrame | undefined {
  const descriptor = bytes[4];
  if (descriptor === undefined) return undefined;
  const singleSegment = (descriptor & 0x20) !== 0;
  const sizeBytes = [singleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeStart = 5 + (singleSegment ? 0 : 1) + dictionaryBytes;
  const windowSize = singleSegment
    ? littleEndian(bytes, sizeStart, sizeBytes) + (sizeBytes === 2 ? 256 : 0)
    : windowOf(bytes[5] ?? 0);
  let at = sizeStart + sizeBytes;
  for (let blocks = 1; at + 3 <= bytes.length; blocks++) {
    const header = littleEndian(bytes, at, 3);
    const type = (header >> 1) & 3;
    if (type === blockTypes.reserved) return undefined;
    at += 3 + (type === blockTypes.repeated ? 1 : header >> 3);
    if ((header & 1) === 0) continue;
    const end = at + ((descriptor & 4) !== 0 ? 4 : 0);
    return end <= bytes.length ? { windowSize, blocks, end } : undefined;
  }
  return undefined;
}

/** The window descriptor: exponent and mantissa. */
function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

function littleEndian(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let index = count - 1; index >= 0; index--) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}
