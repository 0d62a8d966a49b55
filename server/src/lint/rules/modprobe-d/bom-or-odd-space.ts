import { bomOrOddSpaceIn } from '../kmod/bom-or-odd-space.ts';
import { modprobeDialect } from './dialect.ts';

export const bomOrOddSpace = bomOrOddSpaceIn(modprobeDialect);
