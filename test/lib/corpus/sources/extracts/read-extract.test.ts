import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readExtract } from '../../../../../lib/corpus/sources/extracts/read-extract.ts';

type Format = Parameters<typeof readExtract>[0];

/** What an extract states, in short: `leg root/path@name presence type values L<from>-<to>`. */
function stated(format: Format, value: unknown): string[] | undefined {
  const text = typeof value === 'string' ? value : JSON.stringify(value, undefined, 1);
  return readExtract(format, new TextEncoder().encode(text))?.flatMap(({ leg, tag, statements }) =>
    statements.map(({ kind, node, name, presence = '?', repeats, type, values, from, to }) => {
      const mark = { attribute: '@', child: '/', content: '#' }[kind];
      const more = [repeats === true && 'repeats', type, values?.join('|')].filter(
        (one) => typeof one === 'string',
      );
      return [leg, `${[tag, ...node].join('/')}${mark}${name}`, presence, ...more, `${from}-${to}`].join(' ');
    }),
  );
}

const withoutLines = (all: string[] | undefined): string[] =>
  (all ?? []).map((one) => one.replace(/ \d+-\d+$/, ''));

describe('an extract of trees of nodes', () => {
  it('states what requests write and responses read, with its lines', () => {
    const found = stated('node-tree', {
      operations: {
        Ask: {
          request: {
            node: {
              tag: 'ask',
              attrs: {
                id: { type: 'stanzaId' },
                media: { type: 'enum', enumValues: ['a', 'v'], optional: true },
              },
            },
          },
          responses: [
            {
              node: {
                tag: 'ack',
                attrs: { class: { type: 'literal', value: 'ask' } },
                children: [
                  {
                    tag: 'room',
                    min: 0,
                    max: 1,
                    attrs: { owner: { type: 'deviceJid' }, t: { type: 'int' } },
                  },
                ],
              },
            },
          ],
        },
      },
    });
    assert.deepEqual(found, [
      'sent ask@id always 8-10',
      'sent ask@media sometimes a|v 11-18',
      'delivered ack@class always ask 27-30',
      'delivered ack/room sometimes 33-45',
      'delivered ack/room@owner always jid 38-40',
      'delivered ack/room@t always int 41-43',
    ]);
  });

  it('tells apart what is only written where all of a tag is merged, and takes nothing for always written', () => {
    const found = stated('node-tree', {
      stanzas: {
        call: {
          node: {
            tag: 'call',
            attrs: {
              from: { type: 'jid' },
              id: { type: 'stanzaId', direction: 'both' },
              to: { type: 'jid', direction: 'both', arg: 'x' },
            },
            children: [
              { tag: 'offer', min: 1, max: null, attrs: {}, content: null },
              { tag: 'enc', min: 1, max: 1, attrs: { v: { type: 'literal', value: '2', direction: 'out' } } },
            ],
          },
        },
      },
    });
    assert.deepEqual(withoutLines(found), [
      'sent call@id ?',
      'sent call@to ? jid',
      'sent call/enc ?',
      'sent call/enc@v always 2',
      'delivered call@from always jid',
      'delivered call@id always',
      'delivered call/offer always repeats',
    ]);
  });
});

describe('an extract of lists of fields', () => {
  it('states what parsers read', () => {
    const found = stated('field-list', {
      incoming: [
        {
          tag: 'call',
          shape: {
            fields: [
              { method: 'attrJidWithType', name: 'from', type: 'jid_typed', required: true },
              { method: 'maybeAttrTime', name: 'when', wireName: 't', type: 'integer', required: false },
              {
                method: 'mapChildrenWithTag',
                name: 'users',
                tag: 'user',
                required: true,
                repeats: true,
                children: [{ method: 'contentBytes', name: 'x', type: 'bytes', required: true }],
              },
              {
                method: '',
                name: 'mixin',
                sameNode: true,
                children: [
                  { method: 'attrString', name: 'id', literalValue: '7', type: 'string', required: true },
                ],
              },
            ],
          },
        },
      ],
    });
    assert.deepEqual(withoutLines(found), [
      'delivered call@from always jid',
      'delivered call@t sometimes int',
      'delivered call/user always repeats',
      'delivered call/user# always bytes',
      'delivered call@id always 7',
    ]);
  });

  it('states what builders write, and nothing of whether a child is left out', () => {
    const found = stated('field-list', {
      stanzas: [
        {
          stanzaType: 'receipt',
          attrs: [
            { name: 'class', kind: 'const', value: 'call', required: true },
            {
              name: 'type',
              kind: 'optional',
              required: false,
              enumRef: { variants: [{ value: 'a' }, { value: 'b' }] },
            },
          ],
          children: [{ tag: 'offer', attrs: [], children: [], repeats: false, content: { kind: 'bytes' } }],
        },
      ],
    });
    assert.deepEqual(withoutLines(found), [
      'sent receipt@class always call',
      'sent receipt@type sometimes a|b',
      'sent receipt/offer ?',
      'sent receipt/offer# ? bytes',
    ]);
  });
});

describe('an extract that is something else', () => {
  it('is not read if it is not JSON, and states nothing if it has another shape', () => {
    assert.equal(stated('node-tree', '{ "operations": '), undefined);
    assert.equal(stated('node-tree', 'a: *b'), undefined);
    for (const other of [
      [],
      7,
      { operations: [], stanzas: 'x' },
      { incoming: [{}], stanzas: [{ attrs: [{}] }] },
    ]) {
      assert.deepEqual(stated('node-tree', other), []);
      assert.deepEqual(stated('field-list', other), []);
    }
  });
});
