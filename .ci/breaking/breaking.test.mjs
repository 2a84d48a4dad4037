import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { breakingChanges } from './documents.mjs';
import { isWrittenDown, writtenDown } from './written-down.mjs';

const DOCUMENT = `
paths:
  /calls:
    get:
      operationId: listCalls
      parameters:
        - { in: query, name: year, schema: { type: integer } }
        - $ref: '#/components/parameters/Limit'
      responses:
        '200':
          headers: { ETag: { schema: { type: string } } }
          content:
            application/json: { schema: { $ref: '#/components/schemas/Call' } }
            text/csv: { schema: { type: string } }
        '404': { description: none }
    post:
      operationId: makeCall
      security: [{ staff: [] }, { internal: [read] }]
      requestBody:
        content:
          application/json: { schema: { $ref: '#/components/schemas/Call' } }
      responses: { '201': { description: made } }
components:
  parameters:
    Limit: { in: query, name: limit, schema: { type: integer, maximum: 500 } }
  schemas:
    Call:
      type: object
      required: [id, rule]
      properties:
        id: { type: string, format: uuid }
        rule: { type: string, enum: [ranked, shared] }
        note: { type: [string, 'null'], maxLength: 10 }
        day: { anyOf: [{ $ref: '#/components/schemas/Day' }, { type: 'null' }] }
        model: { oneOf: [{ $ref: '#/components/schemas/ByRank' }, { $ref: '#/components/schemas/ByKey' }] }
        parts: { type: array, items: { $ref: '#/components/schemas/Call' } }
    Day: { type: string, format: date }
    ByRank: { type: object, required: [kind], properties: { kind: { const: rank } } }
    ByKey: { type: object, required: [kind], properties: { kind: { const: key }, key: { type: string } } }
`;

/** What breaks when the words are replaced in the document. */
const changed = (...replaced) => {
  let text = DOCUMENT;
  for (const [words, others] of replaced) {
    assert.ok(text.includes(words), words);
    text = text.replaceAll(words, others);
  }
  return breakingChanges(parse(DOCUMENT), parse(text));
};

const cases = {
  'nothing': [[], []],
  'a name of a schema alone': [[['ByRank', 'Ranked']], []],
  'an operation': [[['/calls:', '/call:']], ['GET /calls: is gone', 'POST /calls: is gone']],
  'the name of an operation': [[['listCalls', 'calls']], ['GET /calls: was called listCalls and is called calls']],
  'a parameter that is gone': [[['name: year', 'name: of']], ['GET /calls query year: is gone']],
  'a parameter that must be sent': [
    [['name: limit,', 'name: limit, required: true,']],
    ['GET /calls query limit: must now be sent'],
  ],
  'a parameter that reaches less far': [
    [['maximum: 500', 'maximum: 100']],
    ['GET /calls query limit: has another maximum: 500 became 100'],
  ],
  'a parameter that reaches farther': [[['maximum: 500', 'maximum: 900']], []],
  'a success': [[["'200'", "'206'"]], ['GET /calls answered 200: is gone']],
  'a refusal': [[["'404'", "'410'"]], []],
  'a format of the answer': [[['text/csv', 'text/plain']], ['GET /calls answered 200 text/csv: is gone']],
  'a header of the answer': [[['ETag', 'Etags']], ['GET /calls answered 200 header ETag: is gone']],
  'a body that must be sent': [[['requestBody:', 'requestBody:\n        required: true']], ['POST /calls sent: must now be sent']],
  'another token': [[['{ internal: [read] }', '{ internal: [read, write] }']], ['POST /calls: wants another token']],
  'one more way in': [[['[{ staff: [] }', '[{}, { staff: [] }']], []],
  'a member that is gone': [
    [['note:', 'remark:']],
    ['Call answered /note: is gone', 'Call sent /note: is gone'],
  ],
  'a member that must be there': [[['[id, rule]', '[id, rule, note]']], ['Call sent /note: must now be sent']],
  'a member that need not be there': [[['[id, rule]', '[id]']], ['Call answered /rule: may now be missing']],
  'null where there was none': [[['type: string, format: uuid', "type: [string, 'null'], format: uuid"]], ['Call answered /id: may now be null']],
  'null beside a referred schema': [
    [["items: { $ref: '#/components/schemas/Call' }", "items: { anyOf: [{ $ref: '#/components/schemas/Call' }, { type: 'null' }] }"]],
    ['Call answered /parts/[]: may now be null'],
  ],
  'no null where there was one': [[["[string, 'null']", 'string']], ['Call sent /note: may no longer be null']],
  'null of a referred schema': [
    [["{ anyOf: [{ $ref: '#/components/schemas/Day' }, { type: 'null' }] }", "{ $ref: '#/components/schemas/Day' }"]],
    ['Call sent /day: may no longer be null'],
  ],
  'another type': [
    [['type: string, format: uuid', 'type: integer']],
    [
      'Call answered /id: has another format: uuid became none',
      'Call answered /id: was string and is integer',
      'Call sent /id: was string and is integer',
    ],
  ],
  'another format in what is named': [
    [['format: date', 'format: date-time']],
    [
      'Day answered: has another format: date became date-time',
      'Day sent: has another format: date became date-time',
    ],
  ],
  'one more value': [[['[ranked, shared]', '[ranked, shared, equal]']], ['Call answered /rule: may now be equal']],
  'one value less': [[['[ranked, shared]', '[ranked]']], ['Call sent /rule: no longer takes shared']],
  'a pattern': [[['maxLength: 10', "maxLength: 10, pattern: '^a'"]], ['Call sent /note: has another pattern']],
  'one more alternative': [
    [["{ $ref: '#/components/schemas/ByKey' }]", "{ $ref: '#/components/schemas/ByKey' }, { type: string }]"]],
    ['Call answered /model: has other alternatives'],
  ],
  'an alternative that asks for more': [
    [['required: [kind], properties: { kind: { const: key }', 'required: [kind, key], properties: { kind: { const: key }']],
    ['Call sent /model: has other alternatives'],
  ],
};

for (const [name, [replaced, expected]] of Object.entries(cases)) {
  test(name, () => assert.deepEqual(changed(...replaced), expected));
}

test('a change is written down with its reason', () => {
  const patterns = writtenDown(
    '- `grant-service: Call sent /note: must\n  now be sent`: nobody could\n- `grant-service: Call * /rule: *`: why\n- `grant-service: Day`: ',
  );
  assert.ok(isWrittenDown('grant-service: Call sent /note: must now be sent', patterns));
  assert.ok(isWrittenDown('grant-service: Call answered /rule: may now be equal', patterns));
  assert.ok(!isWrittenDown('reporting-service: Call sent /note: must now be sent', patterns));
  assert.ok(!isWrittenDown('grant-service: Day', patterns));
});
