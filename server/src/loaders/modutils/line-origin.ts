import type { ModulesConfTree } from '../../syntax/modules-conf/tree.ts';
import type { Span } from '../../text/span.ts';
import type { ConfigurationFile, FileOrigin } from '../origin.ts';

/** A whole directive as an origin. The span is worked out when somebody asks: a big file has one of these for each line. */
export class LineOrigin implements FileOrigin {
  constructor(
    readonly file: ConfigurationFile<ModulesConfTree>,
    readonly line: number,
  ) {}

  get kind(): 'file' {
    return 'file';
  }

  get span(): Span {
    const { tree } = this.file.document.line(this.line);
    if (tree.kind !== 'directive') return { start: 0, end: 0 };
    const start = tree.add?.span.start ?? tree.name.span.start;
    return { start, end: Math.max(tree.name.span.end, tree.argument.span.end) };
  }
}
