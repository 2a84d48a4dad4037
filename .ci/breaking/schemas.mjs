// What of a schema's change breaks those who call as the older document says. What is sent may ask for no more than before,
// what is answered may promise no less.

const LIMITS = [
  ['maxLength', 1], ['maxItems', 1], ['maxProperties', 1], ['maximum', 1], ['exclusiveMaximum', 1],
  ['minLength', -1], ['minItems', -1], ['minProperties', -1], ['minimum', -1], ['exclusiveMinimum', -1],
];

/** Compares schemas of two documents; what breaks is told to `tell(place, what)`, once for each pair of named schemas. */
export class Schemas {
  constructor(before, after, tell) {
    this.before = before;
    this.after = after;
    this.tell = tell;
    this.compared = new Set();
  }

  sent(place, older, newer) {
    this.compare(new Side(this, true, place), older, newer);
  }

  answered(place, older, newer) {
    this.compare(new Side(this, false, place), older, newer);
  }

  compare(side, older, newer) {
    const [old, now] = [plain(this.before, older), plain(this.after, newer)];
    nullness(side, old, now);
    if (old.name) {
      const pair = `${old.name} ${now.name ?? JSON.stringify(newer)} ${side.isSent}`;
      if (this.compared.has(pair)) return;
      this.compared.add(pair);
      side = side.named(old.name);
    }
    if (old.alternatives || now.alternatives) return this.alternatives(side, old, now);
    this.types(side, old, now);
    this.values(side, old, now);
    this.limits(side, old, now);
    this.members(side, old, now);
    if (old.items && now.items) this.compare(side.at('/[]'), old.items, now.items);
  }

  /** Each alternative of the side that must not grow has one on the other side that it goes with. */
  alternatives(side, old, now) {
    const [olders, newers] = [old.alternatives ?? [old], now.alternatives ?? [now]];
    const fits = (older, newer) => !breaks(this, side, older, newer);
    const fine = side.isSent
      ? olders.every((older) => newers.some((newer) => fits(older, newer)))
      : newers.every((newer) => olders.some((older) => fits(older, newer)));
    if (fine) return;
    if (olders.length === 1 && newers.length === 1) return this.compare(side, olders[0], newers[0]);
    side.tell('has other alternatives');
  }

  types(side, old, now) {
    const [wide, narrow] = side.isSent ? [now.types, old.types] : [old.types, now.types];
    if (!wide) return;
    const missing = (narrow ?? ['any']).filter(
      (type) => !wide.includes(type) && !(type === 'integer' && wide.includes('number')),
    );
    if (missing.length > 0) side.tell(`was ${old.types ?? 'any'} and is ${now.types ?? 'any'}`);
  }

  values(side, old, now) {
    const [wide, narrow] = side.isSent ? [now.values, old.values] : [old.values, now.values];
    if (!wide) return;
    if (!narrow) return side.tell(side.isSent ? 'takes some values only' : 'has any value');
    for (const value of narrow.filter((one) => !wide.includes(one))) {
      side.tell(side.isSent ? `no longer takes ${value}` : `may now be ${value}`);
    }
  }

  limits(side, old, now) {
    if (side.isSent) {
      for (const [limit, sign] of LIMITS) {
        if (now[limit] !== undefined && !(old[limit] !== undefined && sign * old[limit] <= sign * now[limit])) {
          side.tell(`has another ${limit}: ${old[limit] ?? 'none'} became ${now[limit]}`);
        }
      }
      if (now.pattern !== undefined && now.pattern !== old.pattern) side.tell('has another pattern');
    }
    const [wide, narrow] = side.isSent ? [now.format, old.format] : [old.format, now.format];
    if (wide !== undefined && wide !== narrow) {
      side.tell(`has another format: ${old.format ?? 'none'} became ${now.format ?? 'none'}`);
    }
  }

  members(side, old, now) {
    for (const [name, member] of Object.entries(old.properties ?? {})) {
      const there = now.properties?.[name];
      if (there === undefined) side.at(`/${name}`).tell('is gone');
      else this.compare(side.at(`/${name}`), member, there);
    }
    const [more, less] = side.isSent ? [now, old] : [old, now];
    for (const name of more.required ?? []) {
      const isGone = !side.isSent && now.properties?.[name] === undefined && old.properties?.[name] !== undefined;
      if (!(less.required ?? []).includes(name) && !isGone) {
        side.at(`/${name}`).tell(side.isSent ? 'must now be sent' : 'may now be missing');
      }
    }
    const [others, otherNow] = [old.additionalProperties, now.additionalProperties];
    if (side.isSent && otherNow === false && others !== false) side.tell('takes no other members');
    if (others instanceof Object && otherNow instanceof Object) this.compare(side.at('/{}'), others, otherNow);
  }
}

/** Where in which direction something is compared. */
class Side {
  constructor(schemas, isSent, place, path = '') {
    Object.assign(this, { schemas, isSent, place, path });
  }

  named(name) {
    return new Side(this.schemas, this.isSent, `${name} ${this.isSent ? 'sent' : 'answered'}`);
  }

  at(step) {
    return new Side(this.schemas, this.isSent, this.place, this.path + step);
  }

  tell(what) {
    this.schemas.tell(this.path ? `${this.place} ${this.path}` : this.place, what);
  }
}

function breaks(schemas, side, older, newer) {
  let isBroken = false;
  const alone = new Schemas(schemas.before, schemas.after, () => (isBroken = true));
  // Pairs in progress are taken as fitting, or a schema that holds itself would never be done.
  alone.compared = new Set(schemas.compared);
  alone.compare(new Side(alone, side.isSent, side.place), older, newer);
  return isBroken;
}

function nullness(side, old, now) {
  if (side.isSent && old.isNullable && !now.isNullable) side.tell('may no longer be null');
  if (!side.isSent && !old.isNullable && now.isNullable) side.tell('may now be null');
}

/** The schema without references: its name, its types as a list, its values, and whether it may be null. */
function plain(document, schema) {
  let found = { ...schema };
  let name;
  while (found.$ref) {
    const { $ref, ...beside } = found;
    name ??= $ref.split('/').at(-1);
    found = { ...at(document, $ref), ...beside };
  }
  for (const part of found.allOf ?? []) found = joined(found, plain(document, part));
  const types = found.types ?? (found.type === undefined ? undefined : [found.type].flat());
  const values = found.const !== undefined ? [found.const] : found.enum;
  const all = found.oneOf ?? found.anyOf;
  const alternatives = all?.filter((one) => one.type !== 'null');
  const simple = {
    ...found,
    name,
    types: types?.filter((type) => type !== 'null'),
    values: values?.filter((value) => value !== null),
    isNullable: found.isNullable || all?.length > alternatives?.length || types?.includes('null') || isAnything(found),
  };
  if (!all) return simple;
  if (alternatives.length > 1) return { ...simple, alternatives };
  const one = plain(document, alternatives[0]);
  return { ...joined(simple, one), name: name ?? one.name, isNullable: simple.isNullable || one.isNullable };
}

function isAnything(schema) {
  return ['type', 'types', 'const', 'enum', 'allOf', 'oneOf', 'anyOf', '$ref'].every((word) => schema[word] === undefined);
}

function joined(one, other) {
  return {
    ...one,
    ...other,
    properties: one.properties || other.properties ? { ...one.properties, ...other.properties } : undefined,
    required: [...(one.required ?? []), ...(other.required ?? [])],
    types: other.types ?? one.types,
    allOf: undefined,
    oneOf: undefined,
    anyOf: undefined,
  };
}

/** What a reference within the document points at. */
export function at(document, reference) {
  return reference
    .slice(2)
    .split('/')
    .reduce((node, step) => node[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')], document);
}
