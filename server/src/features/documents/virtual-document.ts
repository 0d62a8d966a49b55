import type { Range } from '../../text/span.ts';

/** A text that stands in no file, for an editor to show. */
export interface VirtualDocument {
  /** For a tab: `effective configuration of kernel 2.4.20`. */
  readonly title: string;
  readonly language: 'modules.conf' | 'modprobe.d' | 'markdown';
  readonly text: string;
  /** What of the text leads where; Markdown has its links in itself. */
  readonly links: readonly DocumentTarget[];
}

export interface DocumentTarget {
  readonly range: Range;
  /** An address with the line in it: `file:///etc/modules.conf#L9`. */
  readonly target: string;
}
