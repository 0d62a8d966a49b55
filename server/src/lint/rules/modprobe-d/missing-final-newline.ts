import { missingFinalNewlineIn } from '../kmod/missing-final-newline.ts';
import { modprobeDialect } from './dialect.ts';

export const missingFinalNewline = missingFinalNewlineIn(modprobeDialect);
