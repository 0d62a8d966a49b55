import { shadowed, shadowedDocs } from '../kmod/file-state.ts';
import { modulesLoadDRule, modulesLoadPlace } from './support.ts';

export const shadowedFile = modulesLoadDRule({
  id: 'shadowed-file',
  severity: 'info',
  fix: 'none',
  needs: ['set'],
  docs: shadowedDocs(modulesLoadPlace),
  checkDocument({ location, set }, report) {
    const finding = shadowed(location, set.load.files, modulesLoadPlace);
    if (finding !== undefined) report(finding);
  },
});
