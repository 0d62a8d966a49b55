import type { Note } from '../loaders/origin.ts';
import type { Arguments } from './arguments.ts';
import type { Host } from './host.ts';
import { type PathDescription, placeOf } from './messages.ts';
import { visible } from './report/visible.ts';

/** Says notes on stderr, each once, and none where `--quiet` is asked for. */
export class NoteTeller {
  readonly #told = new Set<string>();
  readonly #isQuiet: boolean;
  readonly #describePath: PathDescription;
  readonly #host: Host;

  constructor(args: Arguments, describePath: PathDescription, host: Host) {
    this.#isQuiet = args.has('quiet');
    this.#describePath = describePath;
    this.#host = host;
  }

  tell(notes: readonly Note[]): void {
    if (this.#isQuiet) return;
    for (const { text, origin } of notes) {
      const line = `note: ${visible(`${placeOf(origin, this.#describePath)}: ${text}`)}\n`;
      if (this.#told.has(line)) continue;
      this.#told.add(line);
      this.#host.err.write(line);
    }
  }
}
