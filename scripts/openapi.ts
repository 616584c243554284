/** `npm run openapi` writes the HTTP API in OpenAPI 3.1 to `docs/openapi.json`. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openApiDocument } from '../common/openapi/document.ts';

const file = resolve(import.meta.dirname, '../docs/openapi.json');
writeFileSync(file, `${JSON.stringify(openApiDocument(), null, 2)}\n`);
console.log(`Written: ${file}`);
