import { directiveCaseIn } from '../kmod/directive-case.ts';
import { depmodDialect } from './dialect.ts';

export const directiveCase = directiveCaseIn(depmodDialect);
