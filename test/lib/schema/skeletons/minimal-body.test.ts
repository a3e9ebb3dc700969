import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { createAjv } from '../../../../lib/schema/create-ajv.ts';
import { KINDS, PAGE_KINDS } from '../../../../lib/schema/kinds.ts';
import { minimalBody } from '../../../../lib/schema/skeletons/minimal-body.ts';

const GIVEN = { id: 'my-own', version: '2.1.0' };

describe('minimalBody', () => {
  it('makes a valid definition of each kind, with its version and its id', () => {
    const ajv = createAjv();
    for (const kind of PAGE_KINDS) {
      const data: { readonly id?: string } = parse(minimalBody(KINDS[kind].schema, GIVEN));
      assert.ok(ajv.validate(KINDS[kind].schema, data), `${kind}: ${ajv.errorsText()}`);
      assert.equal(data.id, GIVEN.id);
    }
    assert.equal(parse(minimalBody(KINDS.flow.schema, GIVEN)).spec_version, '2.1.0');
  });

  it('names the other keys in comments', () => {
    assert.match(minimalBody(KINDS.flavor.schema, GIVEN), /^# license: Its licence/m);
  });

  it('takes the example of a text that must fit a pattern, and asks for one', () => {
    const schema = (more: object): object => ({
      type: 'object',
      required: ['id', 'code'],
      properties: { id: { type: 'string' }, code: { type: 'string', pattern: '^[a-f]{6}$', ...more } },
    });
    assert.match(minimalBody(schema({ examples: ['abcdef'] }), GIVEN), /^code: abcdef$/m);
    assert.throws(() => minimalBody(schema({}), GIVEN), /code.*examples/);
  });
});
