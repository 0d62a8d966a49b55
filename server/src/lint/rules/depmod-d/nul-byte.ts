import { nulByteIn } from '../kmod/nul-byte.ts';
import { depmodDialect } from './dialect.ts';

export const nulByte = nulByteIn(depmodDialect);
