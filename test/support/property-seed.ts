import fc from 'fast-check';

/**
 * The same random cases every time, so that a change fails for what it changes; `PROPERTY_SEED=random npm run mocha` looks
 * for new ones, and `PROPERTY_SEED=NUMBER` repeats a run.
 */
const chosen = process.env.PROPERTY_SEED ?? '20030501';

if (chosen !== 'random') fc.configureGlobal({ seed: Number(chosen) });
