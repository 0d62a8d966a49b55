import { notRead, notReadDocs } from '../kmod/file-state.ts';
import { modulesLoadDRule, modulesLoadPlace } from './support.ts';

export const fileNotRead = modulesLoadDRule({
  id: 'file-not-read',
  severity: 'error',
  fix: 'none',
  needs: ['set'],
  docs: notReadDocs(modulesLoadPlace),
  checkDocument({ location, set }, report) {
    const finding = notRead(location, set.load.files, modulesLoadPlace);
    if (finding !== undefined) report(finding);
  },
});
