import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Decompress } from '../tree/decompress.ts';
import { zstdFrame } from './zstd-frame.ts';

type Decoder = (bytes: Uint8Array, limit: number) => Promise<Uint8Array>;

interface Compression {
  readonly name: string;
  /** What a compressed file begins with; kmod tells them by that, too. */
  readonly magic: readonly number[];
  readonly decode: Decoder;
}

const compressions: readonly Compression[] = [
  { name: 'gzip', magic: [0x1f, 0x8b], decode: fromGzip },
  { name: 'xz', magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], decode: fromXz },
  { name: 'zstd', magic: [0x28, 0xb5, 0x2f, 0xfd], decode: fromZstd },
];

/** As the zstd command has it, unless it is told otherwise. */
const maximumZstdWindow = 2 ** 27;

/** Nobody's kernel needs as much memory moved as this; it would be an attack on our time. */
const maximumZstdWork = 2 ** 34;

class TooLong extends Error {
  override readonly message = 'too long when decompressed';
}

/** Decompresses with what Node has, and with decoders that are loaded when the first file needs them. */
export const decompress: Decompress = async (bytes, limit) => {
  const compression = compressions.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte));
  if (compression === undefined) return bytes;
  try {
    return await compression.decode(bytes, limit);
  } catch (error) {
    if (error instanceof TooLong) throw error;
    throw new Error(`damaged ${compression.name} data`, { cause: error });
  }
};

const gunzipAsync = promisify(gunzip);

async function fromGzip(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  try {
    return await gunzipAsync(bytes, { maxOutputLength: limit });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? new TooLong() : error;
  }
}

async function fromXz(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  const { XzReadableStream } = await import('xz-decompress');
  const compressed = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  const output = new Output(limit);
  for await (const chunk of new XzReadableStream(compressed)) output.add(chunk);
  return output.joined();
}

async function fromZstd(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  const fzstd = await import('fzstd');
  const frame = zstdFrame(bytes);
  if (frame === undefined) throw new Error('a frame without end');
  // The decoder moves the whole window for each block.
  const work = frame.windowSize * frame.blocks;
  if (frame.windowSize > maximumZstdWindow || work > maximumZstdWork) throw new TooLong();
  const output = new Output(limit);
  new fzstd.Decompress((chunk) => output.add(chunk)).push(bytes.subarray(0, frame.end), true);
  return output.joined();
}

/** Collects what a decoder gives, up to a limit. */
class Output {
  readonly #limit: number;
  readonly #chunks: Uint8Array[] = [];
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(chunk: Uint8Array): void {
    this.#length += chunk.length;
    if (this.#length > this.#limit) throw new TooLong();
    this.#chunks.push(chunk);
  }

  joined(): Uint8Array {
    const joined = new Uint8Array(this.#length);
    let at = 0;
    for (const chunk of this.#chunks) {
      joined.set(chunk, at);
      at += chunk.length;
    }
    return joined;
  }
}
