import type { Place } from '../kmod/file-state.ts';

export const modprobePlace: Place = {
  language: 'modprobe.d',
  program: 'modprobe',
  sample: 'blacklist pcspkr',
};
