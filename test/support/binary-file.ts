import { moduleNameOf } from '../../server/src/tree/names.ts';
import { writeBinIndex } from '../tree/bin-writer.ts';
import { writeElf } from '../tree/elf-writer.ts';

/** @returns a binary file made from the text in it: a `.bin` index of lines of modules.dep, or a module with a .modinfo. */
export function binaryFile(path: string, text: string): Uint8Array {
  const lines = text.split('\n').filter((line) => line !== '');
  if (!path.endsWith('.bin')) return writeElf({ '.modinfo': lines.map((line) => `${line}\0`).join('') });
  const entries = lines.map((value, priority) => {
    const key = moduleNameOf(value.slice(0, value.indexOf(':')));
    return { key, value, priority };
  });
  return writeBinIndex(entries);
}
