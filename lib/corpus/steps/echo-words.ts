import type { Step } from '../../schema/types.generated.ts';

/** A piece of a sentence: words, or the name of an attribute. */
export type EchoPiece = string | { readonly attribute: string };

/**
 * What an answer repeats of the stanza that it answers, as a sentence without its period: "Repeats `id`, `from` as `to`
 * and the payload's tag as `type`". Empty if it repeats nothing.
 * @param verb what the sentence begins with; '' below a heading that says it
 */
export const echoWords = (echoes: Step['echoes'] = [], verb = 'Repeats '): EchoPiece[] =>
  echoes.flatMap(({ attribute, of = attribute, of_payload }, i): EchoPiece[] => [
    i === 0 ? verb : i === echoes.length - 1 ? ' and ' : ', ',
    ...(of_payload === true
      ? ["the payload's tag as ", { attribute }]
      : of === attribute
        ? [{ attribute }]
        : [{ attribute: of }, ' as ', { attribute }]),
  ]);
