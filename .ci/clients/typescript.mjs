// Generates TypeScript from the API documents and writes a program that gives each recorded answer its generated type, and
// for some of them one that is wrong, which tsc must refuse. The answers are those that the story test over the services left.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const answers = new URL('../../deploy/local/target/answers/', import.meta.url);
const target = new URL('../target/typescript/', import.meta.url);
const LEAST = 60;

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

let right = 0;
let wrong = 0;
for (const service of readdirSync(answers)) {
  const document = new URL(`../../${service}/openapi.yaml`, import.meta.url);
  const types = astToString(await openapiTS(document, { silent: true }));
  refuseWhatNothingFits(service, types);
  writeFileSync(new URL(`${service}.d.ts`, target), types);
  writeFileSync(new URL(`${service}.answers.ts`, target), program(service, readdirSync(new URL(`${service}/`, answers))));
}
if (right < LEAST || wrong < LEAST / 4) {
  throw new Error(`Only ${right} answers are recorded in ${answers.pathname}, and ${wrong} could be made wrong.`);
}
console.log(`${right} recorded answers have the types generated for them; ${wrong} made wrong must be refused.`);

function program(service, files) {
  const lines = [
    `import type { operations } from './${service}';`,
    '',
    // Beside what the document says, every object of a system that shows invented figures says that it does.
    'type Shown<T> = T extends readonly unknown[] ? T : T & { illustration?: unknown };',
    'type Json<C> = C extends { "application/json": infer J } ? J : C extends { "application/problem+json": infer P } ? P : never;',
    'type Answer<O extends keyof operations, S> = S extends keyof operations[O]["responses"]',
    '  ? operations[O]["responses"][S] extends { content: infer C } ? Shown<Json<C>> : never : never;',
  ];
  files.forEach((file, index) => {
    const [, operation, status] = /^(.+)-(\d+)-\d+\.json$/.exec(file);
    const body = JSON.parse(readFileSync(new URL(`${service}/${file}`, answers), 'utf8'));
    const type = `Answer<"${operation}", ${status}>`;
    lines.push('', `// ${file}`, `export const answer${index}: ${type} = ${JSON.stringify(body, null, 2)};`);
    right++;
    for (const spoilt of spoiltOnes(body)) {
      const name = `wrong${wrong++}`;
      lines.push('// @ts-expect-error is not what the document says', `export const ${name}: ${type} = ${JSON.stringify(spoilt)};`);
    }
  });
  return `${lines.join('\n')}\n`;
}

/** An object of which the document says nothing becomes a type without a value. */
function refuseWhatNothingFits(service, types) {
  const empty = types.split('\n').filter((line) => line.includes('Record<string, never>') && !line.startsWith('export type'));
  if (empty.length > 0) throw new Error(`The document of ${service} describes objects that can have no member:\n${empty.join('\n')}`);
}

/** With a member of another type, and with one that is not in the document. */
function spoiltOnes(body) {
  if (typeof body?.id !== 'string') return [];
  return [{ ...body, id: 1 }, { ...body, notInTheDocument: true }];
}
