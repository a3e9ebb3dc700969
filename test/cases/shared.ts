import type { CodeCases, Files } from './case.ts';
import { attribute, child, enumeration, sharedNode, stanza } from './texts.ts';

const X = 'stanzas/call-x.yaml';
const file = (text: string): Files => ({ [X]: stanza(text) });
const list = (key: string, items: readonly string[]): string =>
  `${key}:\n${items.map((one) => `  - ${one}\n`).join('')}`;
const children = (...items: string[]): string => list('children', items);
const attributes = (...names: string[]): string =>
  list(
    'attributes',
    names.map((name) => attribute(name, 'string')),
  );
const choices = (...items: string[]): string => list('one_of', items);
const choice = (id: string, of: string): string =>
  `{ id: ${id}, of: [${of}], occurrence: '1', confidence: unknown, description: A choice. }`;
const use = (id: string, rest = '', tag = id.replace('»', '')): string =>
  `{ tag: ${tag}, use: ${id}, occurrence: '1', confidence: unknown${rest} }`;

/** The shared node te with an address, and a stanza that uses it. */
const TE = sharedNode(`${attributes('ip', 'port')}children:\n  - ${child('rte', '0..1')}\n`);
const withTe = (text: string, node = TE): Files => ({ [X]: stanza(text), 'nodes/te.yaml': node });

/** Shared nodes that each hold the next one ten times, with marks at some of them. */
const nested = (count: number, marks: Readonly<Record<string, number>> = {}): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const id = `n${i}`;
      const ten = Array.from({ length: 10 }, (_, n) => {
        const next = `${marks[id] === n ? '»' : ''}n${i + 1}`;
        return child(`${id}-${n}`, '1', `children: [${use(next)}]`);
      });
      return [`nodes/${id}.yaml`, sharedNode(i === count - 1 ? '' : children(...ten), id)];
    }),
  );

/** Shared nodes that each hold the next one, with a mark in one of them. */
const chain = (count: number, marked: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `nodes/n${i}.yaml`,
      sharedNode(i === count - 1 ? '' : children(use(`${i === marked ? '»' : ''}n${i + 1}`)), `n${i}`),
    ]),
  );

export const SHARED_CASES: readonly CodeCases[] = [
  {
    code: 'reference/node',
    accepts: [withTe(children(use('te')))],
    rejects: [
      withTe(children(use('te'), use('»tee', '', 'te2'), use('»net'))),
      // Without any shared node as well, since nothing else describes the place.
      file(children(child('a', '1', `children: [${use('»te')}]`))),
      file('use: »te\n'),
    ],
  },
  {
    code: 'node/circle',
    accepts: [{ [X]: stanza(children(use('n0'))), ...chain(3, -1) }],
    rejects: [
      withTe(children(use('te')), sharedNode(children(child('a', '1', `children: [${use('»te')}]`)))),
      {
        [X]: stanza(children(use('a'))),
        'nodes/a.yaml': sharedNode(children(use('b')), 'a'),
        'nodes/b.yaml': sharedNode(children(use('c')), 'b'),
        'nodes/c.yaml': sharedNode(children(use('»a'), use('»b')), 'c'),
      },
    ],
  },
  {
    code: 'node/too-large',
    accepts: [{ [X]: stanza(children(use('n0'))), ...nested(3) }],
    rejects: [
      // A million facts in six files.
      { [X]: stanza(children(use('n0'))), ...nested(6, { n0: 0, n1: 1, n2: 9 }) },
      { [X]: stanza(children(use('n0'))), ...chain(70, 5) },
    ],
  },
  {
    code: 'node/other-tag',
    accepts: [
      withTe(children(use('te'))),
      {
        [X]: stanza(children(use('any', '', 'a'), use('any', '', "'*'"))),
        'nodes/any.yaml': sharedNode('', 'any', "'*'"),
      },
    ],
    rejects: [
      withTe(children(use('te', '', '»te2'))),
      { [X]: stanza('use: te\n').replace('tag: ', 'tag: »'), 'nodes/te.yaml': TE },
      withTe(
        children(use('te'), child('a', '1', `children: [${use('te', '', '»rte')}, ${use('te', '', '»t')}]`)),
      ),
    ],
  },
  {
    code: 'node/unknown-part',
    accepts: [withTe(children(use('te', ", without: ['@ip', rte]")))],
    rejects: [
      withTe(children(use('te', ", without: ['@port', »'@prt', »net/text(), »'rte/@a']"))),
      file(children(child('a', '1', "without: [»'@ip']"))),
    ],
  },
  {
    code: 'node/own-part',
    accepts: [withTe(children(use('te', `, without: ['@ip'], attributes: [${attribute('port', 'int')}]`)))],
    rejects: [
      withTe(
        children(
          use(
            'te',
            `, without: [»'@ip', »rte], attributes: [${attribute('ip', 'int')}], children: [${child('rte')}]`,
          ),
        ),
      ),
      withTe(
        children(
          use(
            'te',
            `, without: [»'rte@a'], children: [${child('rte', '1', `attributes: [${attribute('a', 'int')}]`)}]`,
          ),
        ),
        sharedNode(children(child('rte', '0..1', `attributes: [${attribute('a', 'string')}]`))),
      ),
    ],
  },
  {
    code: 'node/used-apart',
    accepts: [
      withTe(children(use('te'), child('n', '1', `children: [${child('te', '1', 'apart: Another node.')}]`))),
      {
        [X]: stanza(
          children(
            use('any', ', apart: Another node.', 'te'),
            use('te', '', 'te').replace('tag: te', "tag: '*'"),
          ),
        ),
        'nodes/any.yaml': sharedNode('', 'any', "'*'"),
        'nodes/te.yaml': TE,
      },
    ],
    rejects: [
      withTe(children(use('te', ', apart: »Another node.'))),
      withTe(children(use('te'), child('n', '1', `children: [${use('te', ', apart: »Another node.')}]`))),
    ],
  },
  {
    code: 'node/unused',
    accepts: [
      withTe(children(use('te'))),
      { [X]: stanza('use: call\n'), 'nodes/call.yaml': sharedNode('', 'call') },
      {
        [X]: stanza(children(use('a'))),
        'nodes/a.yaml': sharedNode(children(use('b')), 'a'),
        'nodes/b.yaml': sharedNode('', 'b'),
      },
    ],
    rejects: [
      { [X]: stanza(), 'nodes/te.yaml': TE.replace('id: te', 'id: »te') },
      withTe(children(child('te')), TE.replace('id: te', 'id: »te')),
    ],
  },
  {
    code: 'node/tags-from',
    accepts: [
      {
        [X]: stanza(children(child("'*'", '0..n', 'tags_from: enum:colors'))),
        'enums/colors.yaml': enumeration(['red']),
      },
    ],
    rejects: [
      file(children(child('a', '1', 'tags_from: »enum:colors'))),
      file(children(child("'*'", '1', `children: [${child('b', '1', 'tags_from: »enum:colors')}]`))),
    ],
  },
  {
    code: 'node/duplicate-choice',
    accepts: [
      file(
        attributes('a', 'b', 'c', 'd') + choices(choice('one', "'@a', '@b'"), choice('two', "'@c', '@d'")),
      ),
    ],
    rejects: [
      file(
        attributes('a', 'b', 'c', 'd') + choices(choice('one', "'@a', '@b'"), choice('»one', "'@c', '@d'")),
      ),
      file(
        children(
          child(
            'n',
            '1',
            `children: [${['a', 'b', 'c', 'd', 'e', 'f'].map((tag) => child(tag, '0..1')).join(', ')}], one_of: [${choice('x', 'a, b')}, ${choice('»x', 'c, d')}, ${choice('»x', 'e, f')}]`,
          ),
        ),
      ),
    ],
  },
  {
    code: 'choice/unknown-member',
    accepts: [
      // A member may be a part of the shared node, of the envelope, or have a tag of an enum.
      withTe(children(use('te', `, one_of: [${choice('x', "'@ip', rte")}]`))),
      {
        'stanzas/envelope.yaml': stanza(`${attributes('to')}${children(child("'*'"))}`, 'envelope'),
        [X]: stanza(`envelope: envelope\n${children(child('a', '0..1'))}${choices(choice('x', "'@to', a"))}`),
      },
      {
        [X]: stanza(
          children(child("'*'", '0..n', 'tags_from: enum:colors')) + choices(choice('x', 'red, blue')),
        ),
        'enums/colors.yaml': enumeration(['red', 'blue']),
      },
    ],
    rejects: [
      file(attributes('reason') + choices(choice('x', "»'@raeson', »b"))),
      withTe(children(use('te', `, without: ['@ip'], one_of: [${choice('x', "»'@ip', rte, »'@mac'")}]`))),
      {
        [X]: stanza(
          children(child("'*'", '0..n', 'tags_from: enum:colors')) + choices(choice('x', 'red, »green')),
        ),
        'enums/colors.yaml': enumeration(['red', 'blue']),
      },
    ],
  },
  {
    code: 'choice/two-choices',
    accepts: [
      // A place replaces the choice of its shared node.
      withTe(
        children(use('te', `, one_of: [${choice('x', "'@ip', rte")}]`)),
        TE + choices(choice('x', "'@ip', '@port'")),
      ),
    ],
    rejects: [
      file(attributes('a', 'b', 'c') + choices(choice('one', "'@a', '@b'"), choice('two', "'@c', »'@b'"))),
      withTe(
        children(use('te', `, one_of: [${choice('y', "»'@ip', rte")}]`)),
        TE + choices(choice('x', "'@ip', '@port'")),
      ),
    ],
  },
  {
    code: 'choice/always',
    accepts: [
      // Each leg has the one that the other leg never has; a condition says when one is there; of any tag, no one is always there.
      file(
        list('attributes', [
          attribute('a', 'int', 'sent: required, delivered: never'),
          attribute('b', 'int', 'sent: never, delivered: always'),
          attribute('c', 'int', "required: true, only_if: '@d is absent'"),
          attribute('d', 'int', 'sent: optional'),
        ]) + choices(choice('one', "'@a', '@b'"), choice('two', "'@c', '@d'")),
      ),
      {
        [X]: stanza(
          children(child("'*'", '1..n', 'tags_from: enum:colors')) + choices(choice('x', 'red, blue')),
        ),
        'enums/colors.yaml': enumeration(['red', 'blue']),
      },
    ],
    rejects: [
      file(
        list('attributes', [
          attribute('a', 'int', 'required: true'),
          attribute('b', 'int', 'sent: required'),
          attribute('c', 'int', 'delivered: { presence: always }'),
          attribute('d', 'int'),
        ]) + choices(choice('x', "»'@a', »'@b', »'@c', '@d'")),
      ),
      file(
        children(child('a', '1'), child('b', '1..n'), child('c', '0..1')) +
          choices(choice('x', '»a, »b, c').replace("'1'", "'0..1'")),
      ),
      // What the shared node says of its part.
      withTe(children(use('te', `, one_of: [${choice('x', "'@port', »rte")}]`)), TE.replace("'0..1'", "'1'")),
    ],
  },
  {
    code: 'order/unknown-child',
    accepts: [
      file(`${children(child('a'), child('b'))}children_order: [b, a]\n`),
      withTe(children(use('te', `, children_order: { delivered: [net, rte] }, children: [${child('net')}]`))),
    ],
    rejects: [
      file(`${children(child('audio'), child('b'))}children_order: [b, »adio, »zzzz]\n`),
      file(
        children(
          child('a', '1', `children: [${child('b')}], children_order: { sent: [b, »c], delivered: [»d, b] }`),
        ),
      ),
      file('children_order: [»a, »b]\n'),
    ],
  },
  {
    code: 'envelope/other-tag',
    accepts: [
      {
        [X]: stanza('envelope: envelope\n'),
        'stanzas/envelope.yaml': stanza(children(child("'*'")), 'envelope'),
      },
    ],
    rejects: ['ack', 'iq'].map((tag) => ({
      [X]: stanza('envelope: »envelope\n').replace('tag: call', `tag: ${tag}`),
      'stanzas/envelope.yaml': stanza(children(child("'*'")), 'envelope'),
    })),
  },
  {
    code: 'envelope/nested',
    accepts: [
      {
        [X]: stanza('envelope: envelope\n'),
        'stanzas/envelope.yaml': stanza(children(child("'*'")), 'envelope'),
      },
    ],
    rejects: [
      file('envelope: »call-x\n'),
      {
        [X]: stanza('envelope: »call-y\n'),
        'stanzas/call-y.yaml': stanza('envelope: call-z\n', 'call-y'),
        'stanzas/call-z.yaml': stanza('', 'call-z'),
      },
    ],
  },
  {
    code: 'condition/predicate',
    accepts: [conditions("'outgoing and @a is present'", 'incoming and not after call-x')],
    rejects: [
      conditions("'@a »exists'", "'@a is present and »'"),
      conditions("'incoming and »outgoing'", "'after »'"),
      withTe(children(use('te')), sharedNode(list('attributes', [attribute('a', 'int', "only_if: '@b»'")]))),
      conditions('after call-x and »not after call-x', 'not after call-x and incoming and »after call-x'),
      conditions('»call-x after call-x', 'incoming and »call-x not after call-x'),
      conditions('incoming »or outgoing', "'@a is present »&& @reason is absent'"),
      conditions('"@a = \'1\' »AND after call-x"', "'@a is present», @reason is absent'"),
    ],
  },
  {
    code: 'condition/unknown-fact',
    accepts: [
      conditions("'@a is present and @reason is absent'", "n/te@ip = 'x'"),
      // In a shared node, anchors start at that node.
      withTe(
        children(use('te')),
        sharedNode(
          list('attributes', [attribute('ip', 'string'), attribute('a', 'int', "only_if: '@ip is present'")]),
        ),
      ),
    ],
    rejects: [
      conditions("'»@raeson is present'", "'»n/te@ap is present'"),
      conditions("'»te@ip is present and »c is absent'", "'incoming and »call-x:@a is present'"),
      // What is there, but deeper.
      conditions("'@a is present and »@ip is present'", "'»te is absent'"),
      withTe(
        children(use('te')),
        sharedNode(
          list('attributes', [
            attribute('ip', 'string'),
            attribute('a', 'int', 'only_if: »te@ip is present'),
          ]),
        ),
      ),
    ],
  },
  {
    code: 'condition/itself',
    accepts: [conditions("'@a is present'", "n/te@ip = 'x' and @reason is absent")],
    rejects: [
      conditions("'»@b is present'", "'@a is absent and »@b is absent'"),
      withTe(
        children(use('te')),
        sharedNode(
          children(child('rte', '0..1', `attributes: [${attribute('a', 'int', "only_if: »rte@a = '1'")}]`)),
        ),
      ),
    ],
  },
  {
    code: 'leg/writer',
    accepts: [
      file(
        list('attributes', [
          attribute('a', 'int', 'sent: never, written_by: [server]'),
          attribute('b', 'int', 'sent: never, written_by: [client, server]'),
          attribute('c', 'int', 'sent: optional, delivered: never, written_by: [client]'),
        ]),
      ),
    ],
    rejects: [
      file(
        list('attributes', [
          attribute('a', 'int', 'sent: never, written_by: »[client]'),
          attribute('b', 'int', 'sent: { presence: never }, written_by: »[engine, client]'),
        ]),
      ),
      withTe(
        children(use('te', ', sent: never, written_by: »[client]')),
        sharedNode(list('attributes', [attribute('a', 'int', 'sent: never, written_by: »[engine]')])),
      ),
    ],
  },
  {
    code: 'leg/never',
    accepts: [
      file(
        list('attributes', [attribute('a', 'int', 'sent: never'), attribute('b', 'int', 'delivered: never')]),
      ),
    ],
    rejects: [
      file(list('attributes', [attribute('a', 'int', 'sent: never, delivered: »never')])),
      file(children(child('b', '1', 'sent: { presence: never }, delivered: »{ presence: never }'))),
    ],
  },
  {
    code: 'builds/backwards',
    accepts: [
      builds("{ client: Web, since: '2.9.1', until: '2.10' }", "{ client: Web, since: '3', until: '3' }"),
    ],
    rejects: [
      builds("{ client: Web, since: '2.10', until: »'2.9.1' }"),
      builds("{ client: Web, since: '1' }", "{ client: App, since: '2.3000.10', until: »'2.3000.9' }"),
    ],
  },
  {
    code: 'builds/overlap',
    accepts: [
      builds(
        "{ client: Web, until: '2.9' }",
        "{ client: Web, since: '2.10', until: '2.11' }",
        "{ client: Web, since: '2.100' }",
        '{ client: App }',
        '{ client: Web, platform: Chrome }',
      ),
    ],
    rejects: [
      builds(
        "{ client: Web, since: '2.9', until: '2.100' }",
        "»{ client: Web, since: '2.10', until: '2.11' }",
      ),
      builds(
        '{ client: Web, platform: Chrome }',
        "{ client: Web, since: '1', until: '2' }",
        "»{ client: Web, since: '2' }",
        "»{ client: Web, platform: Chrome, until: '9' }",
      ),
    ],
  },
  {
    code: 'value/constant',
    accepts: [file(list('attributes', [attribute('a', 'int', "value: '0', observed_values: ['0']")]))],
    rejects: [
      file(list('attributes', [attribute('a', 'int', "value: '0', observed_values: ['0', »'1', »'00']")])),
      file(
        children(
          child(
            'b',
            '1',
            'content: { type: string, value: a, confidence: unknown, description: A word., observed_values: [»b] }',
          ),
        ),
      ),
    ],
  },
];

function builds(...ranges: string[]): Files {
  return file(list('attributes', [attribute('a', 'int', `builds: [${ranges.join(', ')}]`)]));
}

/** A stanza with two conditions on @b, which uses a shared node with an address. */
function conditions(onlyIf: string, requiredIf: string): Files {
  const condition = attribute('b', 'int', `only_if: ${onlyIf}, required_if: ${requiredIf}`);
  return withTe(
    list('attributes', [attribute('a', 'int'), attribute('reason', 'int'), condition]) +
      children(child('n', '0..1', `children: [${use('te')}]`)),
  );
}
