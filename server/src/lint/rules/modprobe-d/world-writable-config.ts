import { worldWritable, worldWritableDocs } from '../kmod/world-writable.ts';
import { modprobePlace } from './place.ts';
import { modprobeDRule } from './support.ts';

export const worldWritableConfig = modprobeDRule({
  id: 'world-writable-config',
  severity: 'error',
  fix: 'none',
  needs: ['files'],
  docs: worldWritableDocs(
    modprobePlace,
    'Commands behind `install` are run as root when a module is loaded, and the kernel loads modules for whatever device is plugged in. Who can write such a line is root a moment later.',
  ),
  checkDocument({ location, files }, report) {
    const effect = 'anyone becomes root at the next load of a module';
    const finding = worldWritable(location, files, modprobePlace, effect);
    if (finding !== undefined) report(finding);
  },
});
