import type { KmodConfiguration } from '../../../loaders/kmod/configuration.ts';
import type { Origin } from '../../../loaders/origin.ts';
import type { ModprobeDTree, Parameter } from '../../../syntax/modprobe-d/tree.ts';
import type { SourceDocument } from '../../../text/source-document.ts';
import { withUnderscores } from '../../../tree/names.ts';

/** A place where options set a parameter of a module. */
export interface OptionUse {
  /** As written, `NAME=VALUE`. */
  readonly text: string;
  readonly origin: Origin;
  /** Its word; undefined on the kernel command line. */
  readonly parameter: Parameter | undefined;
}

/** A place that another one makes void. */
export interface OverriddenUse {
  readonly use: OptionUse;
  /** What counts: the last one that modprobe hands on. */
  readonly last: OptionUse;
}

const known = new WeakMap<KmodConfiguration, ReadonlyMap<unknown, readonly OverriddenUse[]>>();

/** @returns the options in a document that later ones of the configuration set again, in order; worked out once for all documents. */
export function overriddenIn(
  set: KmodConfiguration,
  document: SourceDocument<unknown>,
): readonly OverriddenUse[] {
  let overridden = known.get(set);
  if (overridden === undefined) {
    overridden = overriddenByDocument(set);
    known.set(set, overridden);
  }
  return overridden.get(document) ?? [];
}

function overriddenByDocument(set: KmodConfiguration): ReadonlyMap<unknown, readonly OverriddenUse[]> {
  const byDocument = new Map<unknown, OverriddenUse[]>();
  const last = new Map<string, OptionUse>();
  const before: [key: string, use: OptionUse][] = [];
  for (const { module, options, origin } of set.options) {
    for (const use of usesOf(options, origin)) {
      const name = parameterOf(use.text);
      if (name === undefined) continue;
      const key = `${module} ${name}`;
      const earlier = last.get(key);
      if (earlier !== undefined) before.push([key, earlier]);
      last.set(key, use);
    }
  }
  for (const [key, use] of before) {
    if (use.origin.kind !== 'file') continue;
    const { document } = use.origin.file;
    const overridden = { use, last: last.get(key)! };
    const list = byDocument.get(document);
    if (list === undefined) byDocument.set(document, [overridden]);
    else list.push(overridden);
  }
  return byDocument;
}

/** The kernel hears of each of them. */
const accumulating: ReadonlySet<string> = new Set(['dyndbg']);

/** @returns the name of the parameter that an option sets; undefined for what sets none, or adds up. */
function parameterOf(option: string): string | undefined {
  const equals = option.indexOf('=');
  // The kernel takes `-` and `_` in names of parameters for the same.
  const name = withUnderscores(equals === -1 ? option : option.slice(0, equals));
  return /^\w+$/.test(name) && !accumulating.has(name) ? name : undefined;
}

function usesOf(options: string, origin: Origin): OptionUse[] {
  if (origin.kind !== 'file') return [{ text: options, origin, parameter: undefined }];
  const { tree } = (origin.file.document as SourceDocument<ModprobeDTree>).line(origin.line);
  if (tree.kind !== 'command' || tree.directive !== 'options') return [];
  return tree.parameters.map((parameter) => ({ text: parameter.text, origin, parameter }));
}
