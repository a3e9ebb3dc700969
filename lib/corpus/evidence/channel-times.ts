import type { Corpus } from '../model/corpus.ts';
import { isOfItsTime, laterDay } from '../sources/is-of-its-time.ts';
import { CHANNELS, type Channel } from './channel.ts';

/** The channels with evidence, by its time. */
export interface ChannelTimes {
  /**
   * Those that confirm together: what was seen within the last three years; all, if another source of these years says
   * the same.
   */
  readonly confirming: readonly Channel[];
  /** The newest day of those that show only what clients did in former years. */
  readonly former: ReadonlyMap<Channel, string>;
}

/** A technique that has a source. */
export interface ServedTechnique {
  readonly id: string;
  readonly channel: Channel | undefined;
  /** Of its newest source; undefined if one has no date. */
  readonly day: string | undefined;
}

/**
 * The channels of some techniques, by the time of their sources.
 * @param families flavors that have a source, by family, with the day of their newest
 */
export function channelTimes(
  techniques: readonly ServedTechnique[],
  families: readonly (readonly { readonly id: string; readonly day: string | undefined }[])[],
  corpus: Corpus,
): ChannelTimes {
  const days = new Map<Channel, string | undefined>();
  for (const { channel, day } of techniques) {
    if (channel !== undefined) days.set(channel, days.has(channel) ? laterDay(days.get(channel), day) : day);
  }
  const channels = CHANNELS.filter((channel) => days.has(channel));
  const former = new Map(
    [...days].flatMap(([channel, day]) =>
      day !== undefined && isOfItsTime(day, corpus) ? [[channel, day] as const] : [],
    ),
  );
  // Code that a channel of today rests on is no other source.
  const onChannels = new Set(techniques.flatMap(({ id, channel }) => (channel === undefined ? [] : [id])));
  const isOther = (family: (typeof families)[number]): boolean =>
    family.every(({ id }) => !basisOf(id, corpus).some((technique) => onChannels.has(technique))) &&
    family.some(({ day }) => !isOfItsTime(day, corpus));
  return {
    confirming: families.some(isOther) ? channels : channels.filter((channel) => !former.has(channel)),
    former,
  };
}

const basisOf = (flavor: string, { definitions }: Corpus): readonly string[] =>
  definitions.flavor.get(flavor)?.data.basis ?? [];
