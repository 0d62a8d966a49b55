import { notRead, notReadDocs } from '../kmod/file-state.ts';
import { modprobePlace } from './place.ts';
import { modprobeDRule } from './support.ts';

export const fileNotRead = modprobeDRule({
  id: 'file-not-read',
  severity: 'error',
  fix: 'none',
  needs: ['set'],
  docs: notReadDocs(modprobePlace),
  checkDocument({ location, set }, report) {
    const finding = notRead(location, set.files, modprobePlace);
    if (finding !== undefined) report(finding);
  },
});
