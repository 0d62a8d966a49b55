/** What a check inside the extension host found; a problem is undefined where all is well. */
export interface Outcome {
  readonly name: string;
  readonly problem?: string | undefined;
}

/** Stands before the outcomes in what the host writes to its console. */
export const outcomesMark = 'modconf-outcomes:';
