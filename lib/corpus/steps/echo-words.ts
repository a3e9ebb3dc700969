import type { Step } from '../../schema/types.generated.ts';

/** A piece of a sentence: words, or the name of an attribute. */
export type EchoPiece = string | { readonly attribute: string };

/**
 * What an answer repeats of the stanza that it answers, as a sentence without its period: "Repeats `id`; `to` is the
 * `from` of the stanza; `type` is the tag of the payload". Empty if it repeats nothing.
 * @param verb what the sentence begins with; '' below a heading that says it
 */
export function echoWords(echoes: Step['echoes'] = [], verb = 'Repeats '): EchoPiece[] {
  const same = echoes.filter(
    ({ attribute, of = attribute, of_payload }) => of_payload !== true && of === attribute,
  );
  const clauses: EchoPiece[][] = echoes
    .filter((one) => !same.includes(one))
    .map(({ attribute, of = attribute, of_payload }) =>
      of_payload === true
        ? [{ attribute }, ' is the tag of the payload']
        : [{ attribute }, ' is the ', { attribute: of }, ' of the stanza'],
    );
  const names = same.flatMap(({ attribute }, i): EchoPiece[] => [
    i === 0 ? verb : i === same.length - 1 ? ' and ' : ', ',
    { attribute },
  ]);
  return [...(names.length > 0 ? [names] : []), ...clauses].flatMap((clause, i) =>
    i === 0 ? clause : ['; ', ...clause],
  );
}
