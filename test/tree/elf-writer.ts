export interface ElfKind {
  readonly bits: 32 | 64;
  /** Which byte of a number comes first. */
  readonly order: 'low' | 'high';
}

export const elfKinds: readonly ElfKind[] = [
  { bits: 64, order: 'low' },
  { bits: 64, order: 'high' },
  { bits: 32, order: 'low' },
  { bits: 32, order: 'high' },
];

/** Writes a relocatable ELF file with these sections, by name; nothing in it but what a reader of sections needs. */
export function writeElf(
  sections: Readonly<Record<string, string>>,
  { bits, order }: ElfKind = { bits: 64, order: 'low' },
  { extendedCounts = false } = {},
): Uint8Array {
  const wide = bits === 64;
  const headerSize = wide ? 64 : 52;
  const entrySize = wide ? 64 : 40;
  const contents = Object.entries(sections);
  const names = ['', ...contents.map(([name]) => name), '.shstrtab'].map((name) => `${name}\0`).join('');
  const bodies = [...contents.map(([, text]) => text), names];
  const table = headerSize + bodies.join('').length;
  const bytes = new Uint8Array(table + (bodies.length + 1) * entrySize);
  const view = new DataView(bytes.buffer);
  const low = order === 'low';
  const word = (at: number, value: number) =>
    wide ? view.setBigUint64(at, BigInt(value), low) : view.setUint32(at, value, low);

  bytes.set([0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, low ? 1 : 2, 1]);
  word(wide ? 40 : 32, table);
  const tail = wide ? 58 : 46;
  view.setUint16(tail, entrySize, low);
  view.setUint16(tail + 2, extendedCounts ? 0 : bodies.length + 1, low);
  view.setUint16(tail + 4, extendedCounts ? 0xffff : bodies.length, low);
  if (extendedCounts) {
    word(table + (wide ? 32 : 20), bodies.length + 1);
    view.setUint32(table + (wide ? 40 : 24), bodies.length, low);
  }
  let offset = headerSize;
  let nameOffset = 1;
  bodies.forEach((body, index) => {
    bytes.set(Buffer.from(body), offset);
    const header = table + (index + 1) * entrySize;
    view.setUint32(header, nameOffset, low);
    word(header + (wide ? 24 : 16), offset);
    word(header + (wide ? 32 : 20), body.length);
    offset += body.length;
    nameOffset += (contents[index]?.[0] ?? '').length + 1;
  });
  return bytes;
}
