import type { Confidence } from '../../schema/types.generated.ts';
import { counted } from '../../text/counted.ts';
import type { Channel } from './channel.ts';
import type { FlavorLineage } from './flavor-lineage.ts';

/** The evidence of a fact, as the functions that describe it need it. */
export interface EvidenceState {
  readonly channels: readonly Channel[];
  /** Those that confirm together, and the day of those that show only what clients did in former years. */
  readonly confirming: readonly Channel[];
  readonly former: ReadonlyMap<Channel, string>;
  readonly techniques: readonly string[];
  readonly served: ReadonlySet<string>;
  readonly channelOf: (technique: string) => Channel | undefined;
  readonly families: readonly (readonly string[])[];
  readonly lineage: FlavorLineage;
  /** How many implementations show it, those among them that count as one. */
  readonly implementations: number;
  /** Flavors that are listed without a source. */
  readonly bareFlavors: readonly string[];
  /** Flavors that have a source, but are not listed. */
  readonly unlisted: readonly string[];
  /** Techniques of the corpus that have a source, or that the flavor of a source is based on, but are not listed. */
  readonly unlistedTechniques: readonly string[];
  /** Descriptions, listed or with a source. */
  readonly descriptions: readonly string[];
  readonly sources: number;
  readonly notes: number;
  readonly isObservable: boolean;
  readonly supports: Confidence;
}

/** The evidence of a fact in words, such as `observed on the wire, 3 implementations, 2 of them independent`. */
export function describeEvidence(state: EvidenceState): string {
  const { channels, techniques, served, channelOf, families, bareFlavors, unlisted, descriptions } = state;
  const parts: string[] = [];
  const onChannels = techniques.filter((id) => {
    const channel = channelOf(id);
    return channel !== undefined && channels.includes(channel);
  });
  if (channels.length > 0) {
    const some = channelsOf(state);
    parts.push(onChannels.length > channels.length ? `${some} by ${onChannels.length} techniques` : some);
  }
  const others = techniques.filter((id) => !onChannels.includes(id));
  const bare = others.filter((id) => !served.has(id));
  const unplaced = others.filter((id) => served.has(id));
  if (bare.length > 0) {
    const source = state.notes > 0 ? 'source that can be followed' : 'source';
    parts.push(`${counted(bare.length, 'technique')} without a ${source} (${bare.join(', ')})`);
  }
  if (unplaced.length > 0) {
    parts.push(
      `${counted(unplaced.length, 'technique')} without a known place of observation (${unplaced.join(', ')})`,
    );
  }
  if (families.length > 0) {
    parts.push(flavorsOf(state));
  } else {
    if (bareFlavors.length > 0) {
      parts.push(
        `${counted(bareFlavors.length, 'implementation')} without a source (${bareFlavors.join(', ')})`,
      );
    }
    if (unlisted.length > 0 && techniques.length === 0) {
      const which = unlisted.length === 1 ? 'which is' : 'which are';
      parts.push(`sources in the code of ${joined(unlisted)}, ${which} not listed among its flavors`);
    }
    if (descriptions.length > 0 && techniques.length === 0) {
      const what =
        descriptions.length === 1
          ? 'a description, not an implementation'
          : 'descriptions, not implementations';
      parts.push(`${what} (${descriptions.join(', ')})`);
    }
  }
  if (parts.length > 0) return parts.join(', ');
  return state.sources === 0
    ? 'no evidence'
    : `${counted(state.sources, 'source')}, but no technique or flavor`;
}

const WHERE: Readonly<Record<Channel, string>> = {
  wire: 'on the wire',
  runtime: 'in a running client',
  code: 'in code',
};

/** Where it was observed, such as `observed on the wire and in code`. */
function channelsOf({ channels, confirming, former }: EvidenceState): string {
  const places = channels.map((channel) => {
    const year = former.get(channel)?.slice(0, 4);
    return year === undefined ? WHERE[channel] : `${WHERE[channel]} in ${year}`;
  });
  const apart =
    channels.length > 1 && confirming.length < 2 ? ', no two of which are of the last three years' : '';
  return `observed ${new Intl.ListFormat('en').format(places)}${apart}`;
}

function flavorsOf({ families, lineage, implementations }: EvidenceState): string {
  const all = families.flat();
  const total = Math.max(implementations, all.length);
  if (total === families.length) {
    return total === 1 ? '1 implementation' : `${total} independent implementations`;
  }
  const some = counted(total, 'implementation');
  if (total > all.length) return `${some}, ${families.length} of them independent and with a source`;
  const [[a = '', b = ''] = []] = families;
  if (total > 2) return `${some}, ${families.length} of them independent`;
  const [port, from] = lineage.ancestors(a).has(b) ? [a, b] : [b, a];
  return lineage.ancestors(port).has(from)
    ? `${some} that count as one (${port} derives from ${from})`
    : `${some} that count as one (both derive from a third)`;
}

const joined = (ids: readonly string[]): string => ids.join(' and ');
