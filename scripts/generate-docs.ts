// Writes docs/rules/: one page per rule and their index, from the documentation in the rules themselves.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rulePages } from '../server/src/lint/rule-page.ts';

const directory = fileURLToPath(new URL('../docs/rules/', import.meta.url));
const pages = rulePages();

mkdirSync(directory, { recursive: true });
for (const name of readdirSync(directory)) if (!pages.has(name)) rmSync(`${directory}${name}`);
for (const [name, text] of pages) writeFileSync(`${directory}${name}`, text);
console.log(`${pages.size} pages in docs/rules/`);
