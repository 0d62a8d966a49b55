import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's; the environment variable CHROMIUM names another. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

const hasBrowser = existsSync(executablePath);

/** What a browser would otherwise do besides showing a page. */
const quiet = ['quic', 'background-networking', 'component-update', 'sync'].map(
  (name) => `--disable-${name}`,
);

/** Starts a browser without a window. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet],
  });
}

/**
 * `describe` for tests that need a browser. Where there is none they are left out with a word; in CI that is a failure.
 */
export function describeInBrowser(title: string, body: () => void): void {
  if (hasBrowser) describe(title, body);
  else if (process.env.CI) {
    describe(title, () => {
      it('finds a browser', () => {
        throw new Error(`${executablePath} is missing; install chromium`);
      });
    });
  } else {
    describe(title, () => {
      it.skip(`needs Chromium at ${executablePath}, or the environment variable CHROMIUM`);
    });
  }
}
