import { nulByteIn } from '../kmod/nul-byte.ts';
import { modprobeDialect } from './dialect.ts';

export const nulByte = nulByteIn(modprobeDialect);
