import { crlfLineEndingIn } from '../kmod/crlf-line-ending.ts';
import { modprobeDialect } from './dialect.ts';

export const crlfLineEnding = crlfLineEndingIn(modprobeDialect);
