/** Why a module file cannot be read as one. */
export type ElfProblem = 'not-elf' | 'damaged' | 'no-section';

/**
 * Finds a section of an ELF file of either word size and byte order.
 *
 * @returns the section's bytes (a view into `bytes`), or why there are none; never throws
 */
export function elfSection(bytes: Uint8Array, name: string): Uint8Array | ElfProblem {
  if (bytes.length < 20 || bytes[0] !== 0x7f || bytes[1] !== 0x45 || bytes[2] !== 0x4c || bytes[3] !== 0x46)
    return 'not-elf';
  const layout = layouts[bytes[4] ?? 0];
  const order = bytes[5];
  if (layout === undefined || (order !== 1 && order !== 2)) return 'not-elf';
  try {
    return new SectionTable(bytes, layout, order === 1).find(name) ?? 'no-section';
  } catch (error) {
    if (error instanceof RangeError) return 'damaged'; // DataView: a read outside the file
    throw error;
  }
}

/** Where the fields stand: in the file's header, and in each section's header. */
interface Layout {
  readonly wide: boolean;
  readonly tableOffset: number;
  /** e_shentsize; e_shnum and e_shstrndx follow. */
  readonly entrySize: number;
  readonly sectionOffset: number;
  readonly sectionSize: number;
  readonly sectionLink: number;
}

/** By EI_CLASS: 32 and 64 bits. */
const layouts: Readonly<Record<number, Layout>> = {
  1: { wide: false, tableOffset: 32, entrySize: 46, sectionOffset: 16, sectionSize: 20, sectionLink: 24 },
  2: { wide: true, tableOffset: 40, entrySize: 58, sectionOffset: 24, sectionSize: 32, sectionLink: 40 },
};

/** Stands in e_shstrndx when the real number is in the first section's sh_link. */
const extendedIndex = 0xffff;

class SectionTable {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #layout: Layout;
  readonly #little: boolean;
  readonly #start: number;
  readonly #entrySize: number;

  constructor(bytes: Uint8Array, layout: Layout, little: boolean) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#layout = layout;
    this.#little = little;
    this.#start = this.#word(layout.tableOffset);
    this.#entrySize = this.#view.getUint16(layout.entrySize, little);
  }

  find(name: string): Uint8Array | undefined {
    const { entrySize } = this.#layout;
    // Where there are too many sections for the header, the first section's header says how many.
    const count =
      this.#view.getUint16(entrySize + 2, this.#little) || this.#word(this.#start + this.#layout.sectionSize);
    const index = this.#view.getUint16(entrySize + 4, this.#little);
    const names = this.#contents(
      index === extendedIndex
        ? this.#view.getUint32(this.#start + this.#layout.sectionLink, this.#little)
        : index,
    );
    const wanted = Uint8Array.from(`${name}\0`, (character) => character.charCodeAt(0));
    // A section header takes room in the file, so a false count ends with a read outside the file.
    for (let section = 0; section < count && this.#entrySize > 0; section++) {
      const at = this.#view.getUint32(this.#header(section), this.#little);
      if (wanted.every((byte, offset) => names[at + offset] === byte)) return this.#contents(section);
    }
    return undefined;
  }

  #header(section: number): number {
    return this.#start + section * this.#entrySize;
  }

  #contents(section: number): Uint8Array {
    const header = this.#header(section);
    const start = this.#word(header + this.#layout.sectionOffset);
    const size = this.#word(header + this.#layout.sectionSize);
    if (start + size > this.#bytes.length) throw new RangeError('section outside the file');
    return this.#bytes.subarray(start, start + size);
  }

  /** A word of the file's size. Above 2^53 it is not exact, but then it is outside the file anyway. */
  #word(at: number): number {
    return this.#layout.wide
      ? Number(this.#view.getBigUint64(at, this.#little))
      : this.#view.getUint32(at, this.#little);
  }
}
