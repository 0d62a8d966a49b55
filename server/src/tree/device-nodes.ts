import { withUnderscores } from './names.ts';
import { wordsBetween } from './words.ts';

/** A line of modules.devname: a device node that is made at boot, so that opening it loads the module. */
export interface DeviceNode {
  /** The module's normalised name. */
  readonly module: string;
  /** Below /dev: `net/tun`. */
  readonly device: string;
  readonly kind: 'character' | 'block';
  readonly major: number;
  readonly minor: number;
  /** The zero-based line in modules.devname. */
  readonly line: number;
}

/** @returns the nodes of a modules.devname (`MODULE DEVICE TYPEMAJOR:MINOR`), other lines passed over. */
export function parseDeviceNodes(text: string): DeviceNode[] {
  return text.split('\n').flatMap((content, line) => {
    const [module = '', device = '', numbers = '', ...more] = wordsBetween(content, 0, content.length);
    const colon = numbers.indexOf(':');
    const kind = numbers.startsWith('c') ? 'character' : numbers.startsWith('b') ? 'block' : undefined;
    const major = decimal(numbers.slice(1, colon));
    const minor = decimal(numbers.slice(colon + 1));
    if (kind === undefined || colon === -1 || more.length > 0 || Number.isNaN(major + minor)) return [];
    return [{ module: withUnderscores(module), device, kind, major, minor, line }];
  });
}

/** @returns NaN for what is not one to nine digits. */
function decimal(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
