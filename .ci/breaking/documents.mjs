// What of an API document's change breaks those who call as the older one says. Nothing that the npm registry has reads
// OpenAPI 3.1 without a program from elsewhere; names of schemas are not looked at, since they are not on the wire.
import { at, Schemas } from './schemas.mjs';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** Every change that breaks, as "place: what", in order and once. */
export function breakingChanges(before, after) {
  const found = new Set();
  const tell = (place, what) => found.add(`${place}: ${what}`);
  const schemas = new Schemas(before, after, tell);
  for (const [path, item] of Object.entries(before.paths ?? {})) {
    for (const method of METHODS.filter((one) => item[one])) {
      const place = `${method.toUpperCase()} ${path}`;
      const operation = after.paths?.[path]?.[method];
      if (!operation) {
        tell(place, 'is gone');
        continue;
      }
      const pair = { place, older: resolved(before, item[method]), newer: resolved(after, operation), tell, schemas };
      if (pair.older.operationId !== pair.newer.operationId) {
        tell(place, `was called ${pair.older.operationId} and is called ${pair.newer.operationId}`);
      }
      parameters(pair);
      body(pair);
      answers(pair);
      security(pair);
    }
  }
  return [...found].sort();
}

function resolved(document, operation) {
  const one = (part) => (part?.$ref ? at(document, part.$ref) : part);
  return {
    ...operation,
    parameters: (operation.parameters ?? []).map(one),
    requestBody: one(operation.requestBody),
    responses: Object.fromEntries(Object.entries(operation.responses ?? {}).map(([status, answer]) => [status, one(answer)])),
    security: operation.security ?? document.security ?? [],
  };
}

function parameters({ place, older, newer, tell, schemas }) {
  const key = (parameter) => `${parameter.in} ${parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name}`;
  const before = new Map(older.parameters.map((parameter) => [key(parameter), parameter]));
  const after = new Map(newer.parameters.map((parameter) => [key(parameter), parameter]));
  for (const [name, parameter] of before) {
    const there = after.get(name);
    if (!there) tell(`${place} ${name}`, 'is gone');
    else schemas.sent(`${place} ${name}`, parameter.schema ?? {}, there.schema ?? {});
  }
  for (const [name, parameter] of after) {
    if (parameter.required && !before.get(name)?.required) tell(`${place} ${name}`, 'must now be sent');
  }
}

function body({ place, older, newer, tell, schemas }) {
  if (newer.requestBody?.required && !older.requestBody?.required) tell(`${place} sent`, 'must now be sent');
  contents(`${place} sent`, older.requestBody, newer.requestBody, tell, (...pair) => schemas.sent(...pair));
}

function answers({ place, older, newer, tell, schemas }) {
  for (const [status, answer] of Object.entries(older.responses)) {
    const there = newer.responses[status];
    if (!there) {
      if (status < '4') tell(`${place} answered ${status}`, 'is gone');
      continue;
    }
    for (const header of Object.keys(answer.headers ?? {})) {
      if (!there.headers?.[header]) tell(`${place} answered ${status} header ${header}`, 'is gone');
    }
    contents(`${place} answered ${status}`, answer, there, tell, (...pair) => schemas.answered(...pair));
  }
}

function contents(place, older, newer, tell, compare) {
  for (const [type, content] of Object.entries(older?.content ?? {})) {
    const there = newer?.content?.[type];
    if (!there) tell(`${place} ${type}`, 'is gone');
    else compare(place, content.schema ?? {}, there.schema ?? {});
  }
}

/** Whoever was let in by one of the older ways still is. */
function security({ place, older, newer, tell }) {
  const ways = (operation) => (operation.security.length === 0 ? [{}] : operation.security);
  const covers = (now, then) =>
    Object.entries(now).every(([scheme, scopes]) => then[scheme] && scopes.every((scope) => then[scheme].includes(scope)));
  if (!ways(older).every((then) => ways(newer).some((now) => covers(now, then)))) tell(place, 'wants another token');
}
