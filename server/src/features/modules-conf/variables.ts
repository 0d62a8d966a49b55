import type { Expansion } from '../../expand/expansion.ts';
import type { ModutilsConfiguration } from '../../loaders/modutils/configuration.ts';
import type { FileOrigin } from '../../loaders/origin.ts';
import type { ModulesConfTree } from '../../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';

/** What a variable is at one line, and which line made it so. */
export interface VariableValue {
  readonly value: Expansion;
  readonly origin: FileOrigin;
}

/**
 * @returns the value that `define` has given a variable when modutils reads a line, in reading order through the includes;
 *   undefined when none has
 */
export function variableAt(
  name: string,
  configuration: ModutilsConfiguration,
  document: SourceDocument<ModulesConfTree>,
  line: number,
): VariableValue | undefined {
  const stops = stopsFor(configuration, document, line);
  let found: VariableValue | undefined;
  for (const event of configuration.events) {
    const { origin } = event;
    const stop = stops.get(origin.file.document);
    if (stop !== undefined && origin.line >= stop) break;
    if (event.kind === 'defined' && event.name === name) found = { value: event.value, origin };
  }
  return found;
}

/**
 * Up to where events come before a line: in its own document the line itself, in each document on the way to it the line behind
 * the include.
 */
function stopsFor(
  { events }: ModutilsConfiguration,
  document: SourceDocument<unknown>,
  line: number,
): ReadonlyMap<SourceDocument<unknown>, number> {
  const stops = new Map<SourceDocument<unknown>, number>([[document, line]]);
  let current = document;
  for (;;) {
    const include = events.find((event) => event.kind === 'include' && event.file?.document === current);
    if (include === undefined || stops.has(include.origin.file.document)) return stops;
    current = include.origin.file.document;
    stops.set(current, include.origin.line + 1);
  }
}
