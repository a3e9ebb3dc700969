import { isCutText } from '../../../lib/capture/notation/left-out.ts';
import type {
  CapturedAttribute,
  CapturedContent,
  CapturedNode,
} from '../../../lib/capture/tree/captured-node.ts';
import fc from '../../helpers/fast-check.ts';

const XML_NAME = fc.oneof(
  fc.constantFrom('call', 'offer', 'call-id', 'a--b', 'x-', '__proto__', 'constructor', 'x:y', '_1.2'),
  fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.:-]{0,8}$/),
);
const OTHER_NAME = fc.constantFrom('é', 'tag', 'attrs', 'content', 'p,q', '7', '*', '{');

/** Whatever a value may be; one that ends in dots is read as one that was cut. */
const TEXT = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.stringMatching(/^[0-9a-f]{0,9}$/),
    fc
      .array(
        fc.constantFrom(
          ...[
            '"',
            "'",
            '<',
            '>',
            '&',
            '&amp;',
            '&#65;',
            ' ',
            '\n',
            '\t',
            '\r',
            ']]>',
            '<!-- cut -->',
            '</a>',
            '/>',
          ],
          ...[
            '{"a":1}',
            "b='",
            ' b="',
            '\n12:00:00 ',
            '\\',
            '\\n',
            '`',
            '${',
            '[Object]',
            '<Buffer 01>',
            '<c/>',
            '...',
          ],
          ...['\ud800', '\0', '\ufeff', '\u001b[1m', '\u2028', '00f80806'],
        ),
        { maxLength: 5 },
      )
      .map((parts) => parts.join('')),
  )
  .filter((text) => !isCutText(text.trim()));

const CONTENT: fc.Arbitrary<CapturedContent | undefined> = fc.option(
  fc.oneof(
    TEXT.map((text) => ({ kind: 'text' as const, text })),
    fc.uint8Array({ maxLength: 20 }).map((bytes) => ({ kind: 'bytes' as const, bytes })),
    fc
      .string({ maxLength: 5 })
      .map((text) => ({ kind: 'bytes' as const, bytes: new TextEncoder().encode(text) })),
    fc.option(fc.nat(), { nil: undefined }).map((size) => ({ kind: 'cut' as const, size })),
  ),
  { nil: undefined },
);

const RARELY = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);

/**
 * Any tree, cut anywhere, names once in a node.
 * @param xmlNames whether the names are those that XML allows
 */
export function anyNode({ xmlNames }: { xmlNames: boolean }): fc.Arbitrary<CapturedNode> {
  const tag = xmlNames
    ? XML_NAME
    : fc.oneof({ weight: 20, arbitrary: XML_NAME }, { weight: 1, arbitrary: OTHER_NAME });
  const attributes: fc.Arbitrary<CapturedAttribute[]> = fc.uniqueArray(
    fc.record({ name: tag, value: TEXT, cut: RARELY }, { noNullPrototype: true }),
    { maxLength: 4, selector: ({ name }) => name },
  );
  const { tree } = fc.letrec<{ tree: CapturedNode }>((tie) => ({
    tree: fc.record(
      {
        tag,
        attributes,
        children: fc.oneof(
          { maxDepth: 5, depthSize: 'small', withCrossShrink: true },
          fc.constant([]),
          fc.array(tie('tree') as fc.Arbitrary<CapturedNode>, { maxLength: 3 }),
        ),
        content: CONTENT,
        cut: RARELY,
      },
      { noNullPrototype: true },
    ),
  }));
  return tree;
}
