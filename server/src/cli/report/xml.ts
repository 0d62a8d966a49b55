import { visible } from './visible.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** @returns a text as XML 1.0 takes it, in elements and attributes; what it cannot hold is escaped as on a terminal. */
export function xmlText(text: string): string {
  return visible(text)
    .replace(/[&<>"]/g, (character) => entities[character]!)
    .replace(/[\ufffe\uffff]/g, '\ufffd');
}

/** @returns the attributes that have a value, each with a blank before it. */
export function xmlAttributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
