import { eventsIn } from './events.ts';
import { isOutsideRoot } from './include-outside-root.ts';
import { conf, modulesConfRule } from './support.ts';

export const includeNotFound = modulesConfRule({
  id: 'include-not-found',
  severity: 'error',
  fix: 'none',
  needs: ['set', 'files'],
  docs: {
    summary: 'An `include` of a file that is not there or cannot be read.',
    why: "modutils answers `Can't open FILE` and takes the `include` for an invalid line: modprobe then loads nothing. If the file is optional, put the line into `if -f FILE` … `endif`.",
    basis: "modutils 2.4: `Can't open FILE`, `include FILE failed`, `Invalid line N`.",
    bad: conf('include /etc/modules.local'),
    good: conf('if -f /etc/modules.local', 'include /etc/modules.local', 'endif'),
  },
  checkDocument({ document, set, files }, report) {
    for (const { origin, path, file } of eventsIn('include', set, document)) {
      const { tree } = document.line(origin.line);
      if (file !== undefined || tree.kind !== 'directive' || tree.words.length === 0) continue;
      // What nobody could look for is no failure: the path is unknown, or there were too many files.
      if (!set.messages.some((message) => message.origin === origin)) continue;
      if (isOutsideRoot(path)) continue;
      const found = files.stat(path) === undefined ? 'there is no such file' : 'it cannot be read';
      const message = `modutils answers \`Can't open ${path}\` and modprobe then loads nothing: ${found}; create it, or put the line between \`if -f ${path}\` and \`endif\``;
      report({ line: origin.line, span: tree.argument.span, message });
    }
  },
});
