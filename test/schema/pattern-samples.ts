/** Values that a pattern takes and values that it refuses, each within the limits of length. */
export interface PatternSamples {
  /** The first one can be made longer by repeating its last character. */
  readonly passing: readonly [string, ...string[]];
  readonly failing: readonly [string, ...string[]];
}

const LINE: PatternSamples = {
  passing: ['A title', 'with <b>, : and # 12', ' ', 'Ünïcödé 你好'],
  failing: ['two\nlines', 'a\r', '\n'],
};

/** Samples for each pattern by its address; a test fails for a pattern without an entry. */
export const PATTERN_SAMPLES: Readonly<Record<string, PatternSamples>> = {
  'common.schema.json#/$defs/id': {
    passing: ['call-offer', 'a', '0', 'A.b_c-9', 'v1.2'],
    failing: ['-a', '.a', '..', '_a', 'a/b', 'a b', 'a:b', 'a=b', 'a@b', 'é', 'a\n', '\na', 'a%2f', '\\a'],
  },
  'common.schema.json#/$defs/version': {
    passing: ['0.2.0', '1', '1.0.0-rc.1', '2024.1+build'],
    failing: ['v1', '.1', '1 0', '1/2', '1\n', '-1', '1_0'],
  },
  'common.schema.json#/$defs/line': LINE,
  'common.schema.json#/$defs/ratedLower': {
    passing: ['Seen once', ' a', 'with <b>, : and # 12', '你好'],
    failing: [...LINE.failing, ' ', '\t'],
  },
  'common.schema.json#/$defs/source': {
    ...LINE,
    passing: ['#12', 'whatsmeow:call.go#L1-L2', 'capture:one', 'https://example.org/', 'a note in words'],
  },
  'common.schema.json#/$defs/predicate': {
    ...LINE,
    passing: ['@port is present', "incoming and @a = 'b'"],
  },
  'common.schema.json#/$defs/child/properties/tags_from': {
    passing: ['enum:reasons', 'enum:0'],
    failing: ['reasons', 'enum:', 'enum:a b', 'enum:-a', 'enum:a\n'],
  },
  'common.schema.json#/$defs/child/properties/without/items': {
    passing: ['@ip', 'rte/text()', 'rte', 'one_of(a)'],
    failing: ['@a b', 'a\n', ' '],
  },
  'common.schema.json#/$defs/choice/properties/of/items': {
    passing: ['@ip', 'rte', 'xml:lang'],
    failing: ['@', '*', '@a b', 'a/b', 'a\n', '@@a'],
  },
  'common.schema.json#/$defs/name': {
    passing: ['call-id', '_a', '9', 'xml:lang', 'a.b'],
    failing: ['-a', ':a', '.a', 'a b', 'a@b', 'a/b', '*', 'a\n', '<a', 'é'],
  },
  'common.schema.json#/$defs/tag': {
    passing: ['offer', '*', '_a', '9', 'a:b', 'relay_latency'],
    failing: ['**', '*a', 'a*', '-a', ':a', '<a>', 'a b', 'a/b', 'a@b', 'a\n', '*\n', 'é'],
  },
  'common.schema.json#/$defs/attributeType': {
    passing: [
      'enum:end-call-reason',
      'string',
      'int',
      'hex',
      'bytes',
      'bool',
      'jid',
      'timestamp',
      'enum:A.b_9',
      'call-id',
    ],
    failing: ['int ', 'enum:', 'enum:-a', 'enum:a b', 'enum:a/b', '-call', 'call id', 'a:b', 'int\n'],
  },
  'flavor.schema.json#/properties/commit': {
    passing: ['0123abc', '0123456789abcdef0123456789abcdef01234567'],
    failing: ['0123ABC', 'main-branch', '0123abg', 'HEAD~12', '0123ab/', '../../..', '0123abc\n'],
  },
  'contributor.schema.json#/properties/github': {
    passing: ['some-one', 'a', 'A-1', 'some-one_acme'],
    failing: ['robot[bot]', 'a/b', 'a.b', '@a', 'a b', 'a\n', 'é'],
  },
  'capture.schema.json#/properties/source/properties/captured_at': {
    passing: ['2026-01-02', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05.678+02:00'],
    failing: ['yesterday', 'T2026', '2026/01/02', '2026-01-02 03:04', '2026-01-02\n', '2 Jan'],
  },
  'flavor.schema.json#/properties/date': {
    passing: ['2026-05-14', '2026-05-14T10:00:00Z'],
    failing: ['may 2026', '2026-05-14\n'],
  },
  'tombstones.schema.json#/$defs/tombstone/properties/date': {
    passing: ['2026-01-02'],
    failing: ['yesterday', '-2026', '2026/01/02', '2 Jan', '2026\n'],
  },
  'machine.schema.json#/$defs/transition/properties/evidence/items': {
    passing: ['flow/one-to-one#offer', 'part/a#b'],
    failing: ['a b', 'a\n', ' '],
  },
  'part.schema.json#/properties/code': {
    passing: ['SIG-01', 'ENC-999'],
    failing: ['sig-01', 'SIG-1', 'SIGN-01', 'SIG01', 'SIG-01\n'],
  },
  'part.schema.json#/$defs/implementation/properties/commits/items': {
    passing: ['0123abc', '0123456789abcdef0123456789abcdef01234567'],
    failing: ['0123ABC', 'main-branch', '0123abg', '0123abc\n'],
  },
  'part.schema.json#/$defs/requirement/properties/subject': {
    passing: ['call-offer:offer@call-id', 'flow/one-to-one#offer', 'reasons=busy'],
    failing: ['a b', 'a\n', ' '],
  },
  'part.schema.json#/$defs/layoutField/properties/type': {
    passing: ['enum:a', 'uint', 'int', 'bytes', 'utf8', 'flags', 'enum:A.b_9'],
    failing: ['string', 'enum:', 'enum:a b', 'uint8', 'uint\n', 'jid'],
  },
  'part.schema.json#/$defs/vector/properties/bytes': {
    passing: ['00', 'c6 33 64 0c', 'FF00'],
    failing: ['0x00', 'zz', '00\n', ':00'],
  },
};
