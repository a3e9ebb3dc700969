/** The declarations before the types of a corpus. */
export const TYPES_PREAMBLE = `/** How sure a fact is, the surest first. */
export type Confidence = 'confirmed' | 'probable' | 'speculative' | 'unknown';

/** The confidences that are at least as high. */
export type AtLeast<Trust extends Confidence> = {
  confirmed: 'confirmed';
  probable: 'confirmed' | 'probable';
  speculative: 'confirmed' | 'probable' | 'speculative';
  unknown: Confidence;
}[Trust];

/** The way of a stanza from its sender to the server, or from the server to its receiver. */
export type Leg = 'sent' | 'delivered';

/** A fact in a table: its confidence, whether its subject is always present, or never, and the type of that. */
export interface Fact<Sure extends Confidence, Always extends boolean | 'never', Type> {
  sure: Sure;
  always: Always;
  type: Type;
}

/** Whether something is always present, or never, on a leg: of both legs where they are not told apart. */
export type OnLeg<On extends Leg, Sent, Delivered> = On extends 'sent' ? Sent : Delivered;

type TypeOf<One> = One extends { type: infer Type } ? Type : never;
type Flat<Type> = { [Key in keyof Type]: Type[Key] };

/** The facts of a table with enough confidence, as properties; optional if they may be absent. */
export type Trusted<Table, Trust extends Confidence> = Flat<
  {
    [Key in keyof Table as Table[Key] extends Fact<AtLeast<Trust>, true, unknown> ? Key : never]: TypeOf<Table[Key]>;
  } & {
    [Key in keyof Table as Table[Key] extends Fact<AtLeast<Trust>, true, unknown> | Fact<AtLeast<Trust>, 'never', unknown>
      ? never
      : Table[Key] extends Fact<AtLeast<Trust>, boolean | 'never', unknown> ? Key : never]?: TypeOf<Table[Key]>;
  }
>;

type OneIn<All, Keys extends keyof All> = {
  [Key in Keys]-?: All & Required<Pick<All, Key>> & { [Other in Exclude<Keys, Key>]?: undefined };
}[Keys];
type NoneIn<All, Keys extends keyof All> = All & { [Key in Keys]?: undefined };

/** Properties of which exactly one, or at most one, is present, if that and all of them are trusted. */
export type OneOf<Sure extends Confidence, Trust extends Confidence, Least extends 0 | 1, Keys, All> = [Sure] extends [AtLeast<Trust>]
  ? [Keys] extends [keyof All] ? OneIn<All, Keys> | (Least extends 0 ? NoneIn<All, Keys> : never) : All
  : All;

type Sure<Table, Trust extends Confidence> = {
  [Key in keyof Table]: Table[Key] extends AtLeast<Trust> ? Key : never;
}[keyof Table];

/** The values of an enum with enough confidence; string if there are none. */
export type Values<Table, Trust extends Confidence> = [Sure<Table, Trust>] extends [never] ? string : Sure<Table, Trust>;

/** One or more. */
export type Some<One> = [One, ...One[]];

/** A user, a device or a server. */
export type Jid = string;

/** Seconds since 1970. */
export type Timestamp = number;

/** Bytes as hexadecimal digits. */
export type Hex = string;
`;
