import { shadowed, shadowedDocs } from '../kmod/file-state.ts';
import { depmodDRule, depmodPlace } from './support.ts';

export const shadowedFile = depmodDRule({
  id: 'shadowed-file',
  severity: 'info',
  fix: 'none',
  needs: ['set'],
  docs: shadowedDocs(depmodPlace),
  checkDocument({ location, set }, report) {
    const finding = shadowed(location, set.files, depmodPlace);
    if (finding !== undefined) report(finding);
  },
});
