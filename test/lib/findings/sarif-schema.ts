const closed = (required: readonly string[], properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
});
const several = (items: object): object => ({ type: 'array', items });
const TEXT = { type: 'string' };
const MESSAGE = closed(['text'], { text: { type: 'string', minLength: 1 } });
const LEVEL = { enum: ['none', 'note', 'warning', 'error'] };
const FROM_1 = { type: 'integer', minimum: 1 };

/**
 * What SARIF 2.1.0 says of the properties that our logs use: which are required, of what type they are, and that there
 * are no others (the standard allows none but those that it names).
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json
 */
export const SARIF_SCHEMA = closed(['version', 'runs'], {
  $schema: TEXT,
  version: { const: '2.1.0' },
  runs: several(
    closed(['tool'], {
      tool: closed(['driver'], {
        driver: closed(['name'], {
          name: TEXT,
          version: TEXT,
          rules: {
            ...several(
              closed(['id'], {
                id: TEXT,
                shortDescription: MESSAGE,
                fullDescription: MESSAGE,
                defaultConfiguration: closed([], { level: LEVEL }),
              }),
            ),
            uniqueItems: true,
          },
        }),
      }),
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      results: several(
        closed(['message'], {
          ruleId: TEXT,
          ruleIndex: { type: 'integer', minimum: -1 },
          level: LEVEL,
          message: MESSAGE,
          locations: several(
            closed([], {
              physicalLocation: closed([], {
                artifactLocation: closed([], {
                  // A reference to an address: nothing in it that an address has to encode.
                  uri: { type: 'string', pattern: "^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$" },
                }),
                region: closed([], { startLine: FROM_1, startColumn: FROM_1 }),
              }),
              logicalLocations: several(closed([], { fullyQualifiedName: TEXT })),
            }),
          ),
        }),
      ),
    }),
  ),
});
