/**
 * Files are bytes and loaders compare bytes; we work on strings. A byte that is not part of well-formed UTF-8 becomes
 * the lone surrogate U+DC00 + byte (U+DC80 to U+DCFF), so that `encode(decode(bytes))` gives the same bytes back.
 */

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** @returns the text of a file; never throws. A byte-order mark stays as U+FEFF. */
export function decode(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return decodeLenient(bytes);
  }
}

/** @returns the bytes of a text that {@link decode} made. */
export function encode(text: string): Uint8Array {
  if (!/[\uDC80-\uDCFF]/.test(text)) return encoder.encode(text);
  const parts: Uint8Array[] = [];
  for (const piece of text.split(/((?<![\uD800-\uDBFF])[\uDC80-\uDCFF])/)) {
    const unit = piece.charCodeAt(0);
    parts.push(
      piece.length === 1 && unit >= 0xdc80 && unit <= 0xdcff
        ? Uint8Array.of(unit - 0xdc00)
        : encoder.encode(piece),
    );
  }
  return concat(parts);
}

function decodeLenient(bytes: Uint8Array): string {
  const out: string[] = [];
  let start = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    if (at > start) out.push(strict.decode(bytes.subarray(start, at)));
    out.push(String.fromCharCode(0xdc00 + bytes[at]!));
    start = ++at;
  }
  if (at > start) out.push(strict.decode(bytes.subarray(start, at)));
  return out.join('');
}

/** @returns the length of the well-formed UTF-8 sequence at `at`, 0 if there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let index = 1; index < length; index++) if ((bytes[at + index]! & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1]!;
  const tooLow = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const tooHigh = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
  return tooLow || tooHigh ? 0 : length;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
