import { directiveCaseIn } from '../kmod/directive-case.ts';
import { modprobeDialect } from './dialect.ts';

export const directiveCase = directiveCaseIn(modprobeDialect);
