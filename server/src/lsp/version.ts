/** Put in by the build. */
declare const MODCONF_VERSION: string | undefined;

/** The version of the product; `development` where it runs from its sources. */
export const version = typeof MODCONF_VERSION === 'string' ? MODCONF_VERSION : 'development';
