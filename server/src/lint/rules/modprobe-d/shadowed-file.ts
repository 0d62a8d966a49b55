import { shadowed, shadowedDocs } from '../kmod/file-state.ts';
import { modprobePlace } from './place.ts';
import { modprobeDRule } from './support.ts';

export const shadowedFile = modprobeDRule({
  id: 'shadowed-file',
  severity: 'info',
  fix: 'none',
  needs: ['set'],
  docs: shadowedDocs(modprobePlace),
  checkDocument({ location, set }, report) {
    const finding = shadowed(location, set.files, modprobePlace);
    if (finding !== undefined) report(finding);
  },
});
