import type { CodeCases, Files } from './case.ts';
import { attribute, capture, child, enumeration, flavor, sharedNode, stanza, technique } from './texts.ts';

const X = 'stanzas/call-x.yaml';
const file = (text: string): Files => ({ [X]: text });
const attributes = (...list: string[]): string =>
  `attributes:\n${list.map((one) => `  - ${one}\n`).join('')}`;
const children = (...list: string[]): string => `children:\n${list.map((one) => `  - ${one}\n`).join('')}`;

export const NODE_CASES: readonly CodeCases[] = [
  {
    code: 'node/duplicate-attribute',
    accepts: [
      file(
        stanza(
          attributes(attribute('a', 'int'), attribute('A', 'int')) +
            children(child('b', '1', `attributes: [${attribute('a', 'int')}]`)),
        ),
      ),
    ],
    rejects: [
      file(
        stanza(
          attributes(
            attribute('a', 'int'),
            attribute('b', 'int'),
            attribute('»a', 'int'),
            attribute('»b', 'int'),
            attribute('»a', 'int'),
          ),
        ),
      ),
      file(
        stanza(
          children(
            child('a'),
            child(
              'b',
              '1',
              `children: [${child('c', '1', `attributes: [${attribute('d', 'int')}, ${attribute('»d', 'hex')}]`)}]`,
            ),
          ),
        ),
      ),
    ],
  },
  {
    code: 'node/duplicate-child',
    accepts: [file(stanza(children(child('a', '1', `children: [${child('a')}]`), child('b'))))],
    rejects: [
      {
        [X]: stanza('use: call\n'),
        'nodes/call.yaml': sharedNode(children(child('a'), child('b'), child('»a')), 'call'),
      },
      file(stanza(children(child('a'), child('b'), child('»b'), child('»a')))),
      file(stanza(children(child('a', '1', `children: [${child('b')}, ${child('»b', '0..1')}]`)))),
    ],
  },
  {
    code: 'match/unknown-name',
    accepts: [
      file(
        stanza(
          `match: { attributes: [{ name: a, values: [x] }], payload: [b] }\n${attributes(attribute('a', 'string'))}${children(child('b', '0..1'))}`,
        ),
      ),
      // What the envelope and the shared node describe.
      {
        [X]: stanza(
          'match: { attributes: [{ name: a, values: [x] }], payload: [b] }\nenvelope: call-y\nuse: call\n',
        ),
        'stanzas/call-y.yaml': stanza(attributes(attribute('a', 'string')), 'call-y'),
        'nodes/call.yaml': sharedNode(children(child('b', '0..1')), 'call'),
      },
    ],
    rejects: [
      file(stanza(`match: { payload: [»offer] }\n`)),
      file(
        stanza(
          `match: { attributes: [{ name: »clas, values: [x] }], payload: [»offr, »c] }\n${attributes(attribute('class', 'string'))}${children(child('offer', '0..1'))}`,
        ),
      ),
    ],
  },
  {
    code: 'enum/duplicate-value',
    accepts: [{ [X]: stanza(), 'enums/colors.yaml': enumeration(['red', 'Red']) }],
    rejects: [
      { [X]: stanza(), 'enums/colors.yaml': enumeration(['x'.repeat(70), `»${'x'.repeat(70)}`]) },
      { [X]: stanza(), 'enums/colors.yaml': enumeration(['red', 'blue', '»red', '»blue']) },
      {
        [X]: stanza(),
        'enums/a.yaml': enumeration(['red', '»red'], 'a'),
        'enums/b.yaml': enumeration(['red', '»red'], 'b'),
      },
    ],
  },
];

const observed = (type: string, ...values: string[]): string =>
  attribute('a', type, `observed_values: [${values.join(', ')}]`);

export const VALUE_CASES: readonly CodeCases[] = [
  {
    code: 'value/type',
    accepts: [
      file(
        stanza(
          attributes(
            observed('int', "'1'", "'-20'"),
            observed('jid', 'A@s.whatsapp.net', "'B.0:7@s.whatsapp.net'", 'call').replace(
              'name: a',
              'name: b',
            ),
          ),
        ),
      ),
    ],
    rejects: [
      file(stanza(attributes(observed('int', `»${'x'.repeat(70)}`)))),
      file(stanza(attributes(observed('int', "'1'", "»'1.5'", "»''", '»one')))),
      file(
        stanza(
          children(
            child(
              'b',
              '1',
              `attributes: [${observed('bool', 'true', '»maybe')}], content: { type: bytes, confidence: unknown, description: Bytes., observed_values: [AAAA, »'a b'] }`,
            ),
          ),
        ),
      ),
      file(
        stanza(
          attributes(
            observed('jid', "»'a b@c'", "»''"),
            observed('timestamp', "»'2024-01-01'").replace('name: a', 'name: b'),
          ),
        ),
      ),
    ],
  },
  {
    code: 'value/enum',
    accepts: [
      {
        [X]: stanza(attributes(observed('enum:colors', 'red'))),
        'enums/colors.yaml': enumeration(['red', 'blue']),
      },
      { [X]: stanza(attributes(observed('enum:colors', 'red'))) },
    ],
    rejects: [
      {
        [X]: stanza(attributes(observed('enum:colors', 'red', '»rad', 'blue', '»green'))),
        'enums/colors.yaml': enumeration(['red', 'blue']),
      },
      {
        [X]: stanza(children(child('b', '1', `attributes: [${observed('enum:colors', '»Red', "»''")}]`))),
        'enums/colors.yaml': enumeration(['red']),
      },
    ],
  },
];

const references = (...urls: string[]): string =>
  `references:\n${urls.map((one) => `  - ${one}\n`).join('')}`;

export const LINK_CASES: readonly CodeCases[] = [
  {
    code: 'link/not-https',
    accepts: [file(stanza(references('https://a.example/b', '{ title: a, url: https://a.example/ }')))],
    rejects: [
      file(
        stanza(
          references(
            '»http://a.example/',
            'https://a.example/',
            "»'javascript:alert(1)'",
            '»https://me@a.example/',
          ),
        ),
      ),
      file(stanza(references('{ title: a, url: »"java\\tscript:alert(1)" }', "»'data:text/html,a'"))),
      {
        [X]: stanza(),
        'spec.yaml':
          "title: A\nversion: '1'\nrepository: »git@a.example:b/c\nsite: »http://a.example/\ncredits: [»'https://']\n".replace(
            '»git@a.example:b/c',
            '»git:b/c',
          ),
        'captures/a.yaml': capture('a', '{ technique: mitm-tls, url: »https://me@a.example/ }'),
        'flavors/baileys.yaml': flavor(
          'baileys',
          'url: »ftp://a.example/\nrepository: »HTTPS://a.example/\n',
        ),
        'techniques/a.yaml': technique('a', 'wire', 'guide: »file:///etc/passwd\n'),
        'contributors/ada.yaml': "id: ada\nlinks: [»'mailto:ada@a.example']\n",
      },
    ],
  },
  {
    code: 'link/relative',
    accepts: [file(stanza(references('https://a.example/../b')))],
    rejects: [
      file(stanza(references('»../docs/a.md', 'https://a.example/', "»'#a'", '{ url: »//a.example/b }'))),
      {
        [X]: stanza(),
        'techniques/a.yaml': technique('a', 'wire', 'guide: »docs/guide.md\nreferences: [»a.example/b]\n'),
      },
    ],
  },
];
