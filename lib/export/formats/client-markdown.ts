import { clientSkeleton } from '../../corpus/clients/client-skeleton.ts';
import { clientsOfStanza } from '../../corpus/clients/clients-of-stanza.ts';
import { othersParts } from '../../corpus/clients/others-parts.ts';
import { partsAlone } from '../../corpus/clients/parts-of-client.ts';
import { stanzasOfClient } from '../../corpus/clients/stanzas-of-client.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { markdownCode, markdownLink, markdownText } from '../../prose/markdown-text.ts';

/**
 * The stanzas of a client as it writes and reads them, and the parts that no other family is known to have, as blocks
 * of Markdown.
 * @param addressOf the address of a fact
 */
export function clientMarkdown(id: string, corpus: Corpus, addressOf: (fact: Fact) => string): string[] {
  const shown = stanzasOfClient(corpus, id).shown.flatMap((stanza) => stanzaBlocks(id, stanza, corpus));
  const alone = partsAlone(corpus, id).map(
    ({ fact }) => `- ${markdownLink(markdownCode(fact.path), addressOf(fact))}`,
  );
  return [
    ...(shown.length === 0 ? [] : ['## What it writes and reads', ...shown]),
    ...(alone.length === 0 ? [] : ['## Known to no other family', alone.join('\n')]),
  ];
}

function stanzaBlocks(client: string, stanza: string, corpus: Corpus): string[] {
  const data = corpus.definitions.stanza.get(stanza)?.data;
  const { rows } = clientsOfStanza(corpus, stanza);
  const leg = (title: string, does: 'writes' | 'reads'): string[] => {
    const text = clientSkeleton(data?.tag ?? '', rows, client, does);
    return text === '' ? [] : [title, indented(text)];
  };
  const others = (title: string, does: 'writes' | 'reads'): string[] => {
    const { parts } = othersParts(corpus, stanza, client, does);
    return parts.length === 0 ? [] : [`${title} ${markdownCode(parts.join(', '))}`];
  };
  const legs = [...leg('As it writes it:', 'writes'), ...leg('As it reads it:', 'reads')];
  return legs.length === 0
    ? []
    : [
        `### ${markdownText(data?.display_name ?? stanza)}`,
        ...legs,
        ...others('Others write, not seen in its code:', 'writes'),
        ...others('Others read, not seen in its code:', 'reads'),
      ];
}

/** A block of code by its indentation, which nothing in it can end. */
const indented = (text: string): string => text.replace(/^/gm, '    ');
