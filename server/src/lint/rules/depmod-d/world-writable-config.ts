import { worldWritable, worldWritableDocs } from '../kmod/world-writable.ts';
import { depmodDRule, depmodPlace } from './support.ts';

export const worldWritableConfig = depmodDRule({
  id: 'world-writable-config',
  severity: 'error',
  fix: 'none',
  needs: ['files'],
  docs: worldWritableDocs(
    depmodPlace,
    'The file decides which of several modules of one name is loaded, and may add directories outside of /lib/modules. Who can write to it has his own code run in the kernel after the next depmod.',
  ),
  checkDocument({ location, files }, report) {
    const effect = 'anyone can have modules of his own loaded after the next depmod';
    const finding = worldWritable(location, files, depmodPlace, effect);
    if (finding !== undefined) report(finding);
  },
});
