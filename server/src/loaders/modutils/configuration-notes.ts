import type { Note } from '../origin.ts';
import type { ModutilsConfiguration } from './configuration.ts';
import type { ConfigurationEvent } from './configuration-event.ts';

type Expanded = Extract<ConfigurationEvent, { kind: 'expanded' }>;

/** @returns what is unknown in a configuration and stands as it is written, and what follows from it, in order. */
export function notesOnConfiguration(configuration: ModutilsConfiguration): Note[] {
  return collectNotes(configuration, (event) => [noteOnValue(event)].filter((note) => note !== undefined));
}

/**
 * @returns which lines count may be wrong because of these: conditions that are unknown and taken for false, included files
 *   that are unknown and not read
 */
export function notesOnReading(configuration: ModutilsConfiguration): Note[] {
  return collectNotes(configuration, () => []);
}

/** @param onExpanded the notes on an expansion itself; what follows from it comes behind them */
function collectNotes(
  { events }: ModutilsConfiguration,
  onExpanded: (event: Expanded) => readonly Note[],
): Note[] {
  const notes: Note[] = [];
  let gap: Expanded | undefined;
  for (const event of events) {
    if (event.kind === 'expanded') {
      if (!event.value.known) gap = event;
      notes.push(...onExpanded(event));
      continue;
    }
    const text = consequenceOf(event);
    // An included file that cannot be opened has no gap at its line: the loader itself says that.
    if (text === undefined || gap?.origin !== event.origin || gap.value.known) continue;
    notes.push({ text: `${text}: ${gap.value.reason}`, origin: event.origin });
  }
  return notes;
}

function consequenceOf(event: ConfigurationEvent): string | undefined {
  if (event.kind === 'condition' && event.value === undefined)
    return 'the condition is unknown and taken for false';
  if (event.kind === 'include' && event.file === undefined)
    return `the included file ${event.path} is unknown and not read`;
  return undefined;
}

function noteOnValue({ value, origin }: Expanded): Note | undefined {
  return value.known ? undefined : { text: unknownText(value.written, value.reason), origin };
}

/** @returns how people are told that something is unknown. */
export function unknownText(written: string, reason: string): string {
  return `${written} is unknown: ${reason}`;
}
