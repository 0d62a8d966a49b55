import { missingFinalNewlineIn } from '../kmod/missing-final-newline.ts';
import { depmodDialect } from './dialect.ts';

export const missingFinalNewline = missingFinalNewlineIn(depmodDialect);
