import { crlfLineEndingIn } from '../kmod/crlf-line-ending.ts';
import { depmodDialect } from './dialect.ts';

export const crlfLineEnding = crlfLineEndingIn(depmodDialect);
