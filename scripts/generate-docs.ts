// Writes docs/rules/: one page per rule and their index, from the documentation in the rules themselves; and the schema of the
// configuration file, from the table that it is checked by.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publishedSchema } from '../server/src/lint/configuration-file/schema.ts';
import { rulePages } from '../server/src/lint/rule-page.ts';

const directory = fileURLToPath(new URL('../docs/rules/', import.meta.url));
const pages = rulePages();

mkdirSync(directory, { recursive: true });
for (const name of readdirSync(directory)) if (!pages.has(name)) rmSync(`${directory}${name}`);
for (const [name, text] of pages) writeFileSync(`${directory}${name}`, text);
console.log(`${pages.size} pages in docs/rules/`);

const schema = fileURLToPath(new URL('../schemas/modconf.schema.json', import.meta.url));
mkdirSync(fileURLToPath(new URL('../schemas/', import.meta.url)), { recursive: true });
writeFileSync(schema, `${JSON.stringify(publishedSchema(), null, 2)}\n`);
