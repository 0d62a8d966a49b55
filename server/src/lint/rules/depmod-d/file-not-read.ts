import { notRead, notReadDocs } from '../kmod/file-state.ts';
import { depmodDRule, depmodPlace } from './support.ts';

export const fileNotRead = depmodDRule({
  id: 'file-not-read',
  severity: 'error',
  fix: 'none',
  needs: ['set'],
  docs: notReadDocs(depmodPlace),
  checkDocument({ location, set }, report) {
    const finding = notRead(location, set.files, depmodPlace);
    if (finding !== undefined) report(finding);
  },
});
