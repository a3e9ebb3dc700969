import type { CodeCases, Files } from './case.ts';
import { attribute, child, flow, stanza } from './texts.ts';

const FROM = 'from: caller, to: callee';
/** A step with an id. */
const step = (id: string, rest = ''): string => `id: ${id}, ${FROM}${rest === '' ? '' : `, ${rest}`}`;

const OFFER = stanza(
  `attributes:\n  - ${attribute('id', 'string')}\n  - ${attribute('from', 'jid')}\nchildren:\n  - ${child('offer', '1', `attributes: [${attribute('reason', 'string')}]`)}\n`,
  'offer',
);
const ACK = stanza(
  ['id', 'to', 'type'].reduce((text, name) => `${text}  - ${attribute(name, 'string')}\n`, 'attributes:\n'),
  'an-ack',
).replace('tag: call', 'tag: ack');

/** A flow of these steps, and the stanzas `offer` and `an-ack`. */
const flowOf = (steps: readonly string[], rest = ''): Files => ({
  'stanzas/offer.yaml': OFFER,
  'stanzas/an-ack.yaml': ACK,
  'flows/a-call.yaml': flow(steps, rest),
});

const OFFERED = step('a', 'stanza: offer');
/** A step that answers `a` with these echoes. */
const echo = (echoes: string, rest = 'stanza: an-ack, answers: a'): string =>
  `${FROM}, ${rest}, echoes: ${echoes}`;
/** A step that sends `offer` and has a key. */
const offering = (key: string, rest = 'stanza: offer'): string => `${FROM}, ${rest}, ${key}`;

/** The keys of flows and their steps. */
export const FLOW_CASES: readonly CodeCases[] = [
  {
    code: 'flow/after-later',
    accepts: [flowOf([step('a'), step('b', 'after: []'), step('c', 'after: [a, b]')])],
    rejects: [
      flowOf([step('a', 'after: [»b, »c]'), step('b'), step('c')]),
      flowOf([step('a'), step('b', 'answers: a, after: [a, »b]')]),
    ],
  },
  {
    code: 'flow/two-stanzas',
    accepts: [flowOf([`${FROM}, one_of: [offer, an-ack]`, `${FROM}, stanza: offer`])],
    rejects: [
      flowOf([`${FROM}, stanza: offer, one_of: »[an-ack]`]),
      flowOf([FROM, `${FROM}, one_of: »[offer], stanza: offer`]),
    ],
  },
  {
    code: 'flow/observed-rules',
    accepts: [flowOf([FROM], 'rules: true\n'), flowOf([FROM], 'observers: [caller]\nrules: false\n')],
    rejects: [
      flowOf([FROM], 'rules: true\nobservers: »[caller]\n'),
      flowOf([FROM], 'observers: »[callee, caller]\nrules: true\n'),
    ],
  },
  {
    code: 'flow/seen-longer',
    accepts: [
      flowOf([
        FROM,
        `${FROM}, within: { ms: 20, seen_ms: 20, provenance: { sources: ['#1'] } }`,
        `${FROM}, within: { ms: 20, provenance: { sources: ['#1'] } }`,
      ]),
    ],
    rejects: [
      flowOf([FROM, `${FROM}, within: { ms: 20, seen_ms: »21, provenance: { sources: ['#1'] } }`]),
      flowOf([FROM, `${FROM}, within: { seen_ms: »5000, ms: 2000, provenance: { sources: ['#1'] } }`]),
    ],
  },
  {
    code: 'flow/optional-condition',
    accepts: [
      flowOf([
        `${FROM}, optional: false, required_if: 'offer:offer is present'`,
        `${FROM}, optional: true, only_if: 'offer:offer is present'`,
      ]),
    ],
    rejects: [
      flowOf([`${FROM}, optional: »true, required_if: 'offer:offer is present'`]),
      flowOf([FROM, `${FROM}, required_if: 'offer:@id is absent', optional: »true`]),
    ],
  },
  {
    code: 'flow/predicate',
    accepts: [
      flowOf([
        offering(`with: "offer@reason = 'busy' and @id is present"`),
        offering("with: '@type is present'", 'one_of: [offer, an-ack]'),
        `${FROM}, only_if: 'offer:offer is present and an-ack:@type is absent'`,
      ]),
    ],
    rejects: [
      flowOf([
        offering("with: 'offer@reason »exists'"),
        offering("with: 'offer is present »or @id is absent'"),
      ]),
      flowOf([`${FROM}, only_if: 'offer:offer »here', required_if: 'offer:offer is present and »'`]),
      // About the stanza of the step, which it names.
      flowOf([
        `${FROM}, with: '»@id is present'`,
        offering("with: '@id is present and »offer:@id is present'"),
      ]),
      // About the call, of which each stanza has a name.
      flowOf([
        offering("only_if: '»offer is present'"),
        offering("required_if: 'offer:@id is present and »@id is absent'"),
      ]),
      flowOf([
        offering("with: '»incoming and @id is present'"),
        offering("only_if: 'offer:@id is absent and not after »offer'"),
      ]),
      flowOf([offering("required_if: '»an-ack after offer and offer:@id is absent'")]),
    ],
  },
  {
    code: 'flow/unknown-fact',
    accepts: [
      flowOf([OFFERED, offering("with: '@type is present and @from is present'", 'one_of: [offer, an-ack]')]),
      // What a stanza that does not exist contains is not known; what a step sends that names none is not known either.
      flowOf([step('a'), echo('[{ attribute: id }, { attribute: to, of: by }]')]),
    ],
    rejects: [
      flowOf([offering("with: '»offer@raeson is present and »@reason is present'")]),
      flowOf([offering("with: '»@place is present'", 'one_of: [offer, an-ack]')]),
      flowOf([
        `${FROM}, only_if: '»offer:@form is present', required_if: 'offer:@id is absent and »an-ack:offer is present'`,
      ]),
      flowOf([
        OFFERED,
        echo('[{ attribute: »ids }, { attribute: to, of: »form }, { attribute: »to }]').replace(
          '»ids',
          '»ids, of: id',
        ),
      ]),
    ],
  },
  {
    code: 'flow/echo',
    accepts: [
      flowOf([
        OFFERED,
        echo('[{ attribute: id }, { attribute: to, of: from }, { attribute: type, of_payload: true }]'),
        echo('[{ attribute: id, of: id, of_payload: false }]'),
      ]),
    ],
    rejects: [
      flowOf([OFFERED, echo('»[{ attribute: id }]', 'stanza: an-ack')]),
      flowOf([OFFERED, echo('[{ attribute: id }, { attribute: type, of: »from, of_payload: true }]')]),
    ],
  },
];
