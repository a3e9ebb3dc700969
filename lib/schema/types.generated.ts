// Generated from spec/schema/ by `npm run generate`. Do not edit: change the schema and run it again.

/** A stanza that was captured, replayed or made up, with everything personal replaced. */
export interface Capture {
  /** The name of the file, without .yaml. */
  readonly id: Id;
  /** What it shows. */
  readonly title?: Line;
  /** How far this entry is. */
  readonly status?: Status;
  /** Whether the stanza was captured, replayed or made up. */
  readonly kind?: 'captured' | 'replayed' | 'synthetic';
  /** Where it comes from. */
  readonly source: {
    /** The technique by which it was captured. */
    readonly technique: Id;
    /** The program that was observed: the id of a flavor, or official. What a third-party client sends is evidence for that client and for nothing else. */
    readonly client?: Id;
    /** The issue or pull request that it came with. */
    readonly issue?: Source;
    /** Who contributed it. */
    readonly contributor?: Id;
    /** When it was captured: a date, or a date and time. */
    readonly captured_at?: string;
    /** Tools that were used. */
    readonly tools?: readonly Line[];
  };
  /** The tag of the outermost node. */
  readonly stanza_tag: Tag;
  /** Which way it went. */
  readonly direction: Direction;
  /** How sure it is that the capture is what it says. */
  readonly confidence: Confidence;
  /** The stanza as it was captured, sanitized. */
  readonly raw: {
    /** How the body is written. */
    readonly format: 'xml' | 'json' | 'hex';
    /** The stanza. */
    readonly body: string;
  };
  /** That everything personal was replaced; validate checks it. */
  readonly sanitized: true;
  /** Values that look personal and are not: the leak check takes them, and nothing else does. */
  readonly public?: readonly ({
    /** A whole value of the stanza. The spec must list it as well, or else it is replaced. */
    readonly value: WireValue;
    /** Why it is nobody's own. */
    readonly reason: Prose;
  })[];
  /** What the stanza says, in words. */
  readonly decoded?: Prose;
  /** Attributes worth a remark. */
  readonly attributes?: readonly ({
    /** The name of the attribute, or its path. */
    readonly name: Line;
    /** Its value. */
    readonly value: WireValue;
    /** What it shows. */
    readonly note?: Prose;
  })[];
  /** What else a reader should know. */
  readonly notes?: Prose;
}

/** An identifier: letters, digits, dot, underscore and hyphen. It is also the name of the file and part of the URL. */
export type Id = string;

/** A list of identifiers, each at most once. */
export type Ids = readonly Id[];

/** A version such as 0.2.0, in quotes where YAML would read a number. */
export type Version = string;

/** One line of plain text. */
export type Line = string;

/** Text. `code`, *emphasis*, **strong emphasis** and [links](https://example.org/) are its only markup; everything else shows as it is written. */
export type Prose = string;

/** A web address. Only https addresses become links. */
export type Url = string;

/** A value as it stands on the wire, as text. Put numbers in quotes. */
export type WireValue = string;

/** The name of an attribute. */
export type Name = string;

/** The tag of a node; * stands for any tag. */
export type Tag = string;

/** How sure the fact is: confirmed by two independent channels, probable from one, speculative where it is reasoned and not observed, unknown where nothing stands behind it. */
export type Confidence = 'confirmed' | 'probable' | 'speculative' | 'unknown';

/** How far the definition is: draft, under review, stable, or deprecated. */
export type Status = 'draft' | 'review' | 'stable' | 'deprecated';

/** Which way a stanza goes, seen from the client. */
export type Direction = 'outgoing' | 'incoming' | 'bidirectional';

/** What a stanza is for. */
export type Category = 'signaling' | 'keying' | 'media' | 'transport';

/** How often a child stands in its parent. */
export type Occurrence = '1' | '0..1' | '0..n' | '1..n';

/** Whether the order of the children matters: fixed, any, or not known. */
export type ChildrenOrder = 'fixed' | 'any' | 'unknown';

/** The type of a value: string, int, hex, bytes, bool, jid, timestamp, the id of a type of the spec, or enum: and the id of an enum. */
export type AttributeType = string;

/** Where it can be seen: <flavor>:<path>#L<from>-L<to>, capture:<id>, #<number> of an issue or pull request of this repository, an https address, or a free note. */
export type Source = string;

/** What stands behind a fact. Something must: a technique, or a flavor with a source. */
export interface Provenance {
  /** Techniques by which the fact was observed. */
  readonly techniques?: Ids;
  /** Flavors (independent reimplementations) whose code shows the fact. */
  readonly flavors?: Ids;
  /** People who contributed the fact or its evidence. */
  readonly contributors?: Ids;
  /** Where the fact can be seen. */
  readonly sources?: readonly Source[];
  /** Tools that were used. */
  readonly tools?: readonly Line[];
}

/** A second observation that contradicts the fact. */
export interface Dispute {
  /** What the other observation says. */
  readonly claim: Prose;
  /** Flavors that make the claim. */
  readonly flavors?: Ids;
  /** Where the claim can be seen. */
  readonly sources?: readonly Source[];
  /** Whether the dispute is still open; it is when nothing is said. */
  readonly status?: 'open' | 'resolved';
  /** How the dispute was resolved. */
  readonly resolution?: Prose;
}

/** Observations that contradict the fact. */
export type Disputes = readonly Dispute[];

/** Something to read: a web address, or a title with an address. */
export type Reference = Url | {
  /** What it is. */
  readonly title?: Line;
  /** Where it is. */
  readonly url: Url;
  /** What is found there. */
  readonly note?: Prose;
};

/** Things to read. */
export type References = readonly Reference[];

/** What is not known yet: the question alone, or with an identity and what would settle it. */
export type OpenQuestion = Prose | TrackedQuestion;

/** A question with an identity. */
export interface TrackedQuestion {
  /** The identity of the question: unique in the corpus and never used again. */
  readonly id: Id;
  /** The question. */
  readonly question: Prose;
  /** Whether it is still open. */
  readonly status: 'open' | 'resolved';
  /** The answer, once there is one. */
  readonly answer?: Prose;
  /** Where the answer can be seen. */
  readonly sources?: readonly Source[];
  /** Techniques that could settle it. */
  readonly asks?: Ids;
  /** What a capture would have to hold to answer the question. */
  readonly settles?: readonly ({
    /** A predicate over a capture, such as: terminate@reason is absent. */
    readonly if: Line;
    /** The answer if it holds. */
    readonly then: Prose;
  })[];
}

/** What is not known yet. */
export type OpenQuestions = readonly OpenQuestion[];

/** Somebody who contributed evidence. */
export interface Contributor {
  /** The name of the file, without .yaml. */
  readonly id: Id;
  /** The name that readers see. */
  readonly name?: Line;
  /** The name on GitHub; what stands behind an underscore names an enterprise. */
  readonly github?: string;
  /** Where they belong. */
  readonly affiliation?: Line;
  /** Techniques that they use. */
  readonly techniques?: Ids;
  /** Tools that they use. */
  readonly tools?: readonly Line[];
  /** Flavors that they work on. */
  readonly flavors?: Ids;
  /** Where to find them. */
  readonly links?: References;
}

/** A closed or growing set of values that attributes share. */
export interface Enum {
  /** The name of the file, without .yaml. */
  readonly id: Id;
  /** The name that readers see. */
  readonly title: Line;
  /** How far the definition is. */
  readonly status: Status;
  /** What the values stand for. */
  readonly summary: Prose;
  /** The values. */
  readonly values: readonly Value[];
  /** What is not known of the values. */
  readonly open_questions?: OpenQuestions;
  /** Things to read. */
  readonly references?: References;
  /** Former fact paths and ids that lead here. */
  readonly moved_from?: readonly string[];
}

/** One value of the enum. */
export interface Value {
  /** The value on the wire. */
  readonly value: WireValue;
  /** How sure the fact is. */
  readonly confidence: Confidence;
  /** What it means. */
  readonly description: Prose;
  /** What stands behind the fact. */
  readonly provenance?: Provenance;
  /** Observations that contradict the fact. */
  readonly disputes?: Disputes;
}

/** An independent reimplementation of the protocol, or an earlier description of it. */
export interface Flavor {
  /** The name of the file, without .yaml. */
  readonly id: Id;
  /** The name of the project. */
  readonly name?: Line;
  /** Whether it implements the protocol, which is assumed, or only describes it. A description can be cited and corroborates nothing. */
  readonly kind?: 'implementation' | 'description';
  /** Its home page. */
  readonly url?: Url;
  /** Its repository. */
  readonly repository?: Url;
  /** The commit to which every source of this flavor refers. */
  readonly commit?: string;
  /** The language that it is written in. */
  readonly language?: Line;
  /** How far it is. */
  readonly maturity?: 'experimental' | 'partial' | 'working' | 'production';
  /** Its licence, as an SPDX identifier where there is one. */
  readonly license?: Line;
  /** Who looks after it. */
  readonly maintainer?: Line;
  /** How far this entry is. */
  readonly status?: Status;
  /** What it covers: stanza ids or words. */
  readonly covers?: readonly Line[];
  /** What it rests on: technique ids or words. */
  readonly basis?: readonly Line[];
  /** Flavors that it was ported from or that it copies. It does not corroborate them. */
  readonly derives_from?: Ids;
  /** The repository, as owner/name, that wants to hear of changes to what it covers. For other programs; nothing is sent from here. */
  readonly notify_repo?: Line;
  /** Whether it has agreed to be told. */
  readonly notify_opt_in?: boolean;
  /** What it is, in a few sentences. */
  readonly description?: Prose;
}

/** A sequence of stanzas between participants. */
export interface Flow {
  /** The name of the file, without .yaml. */
  readonly id: Id;
  /** The name that readers see. */
  readonly title: Line;
  /** How far the definition is. */
  readonly status: Status;
  /** The version of the spec in which the definition last changed. */
  readonly spec_version: Version;
  /** What happens, in a few sentences. */
  readonly summary: Prose;
  /** Who takes part, from left to right. */
  readonly participants: readonly Participant[];
  /** What is sent, in order. */
  readonly steps: readonly Step[];
  /** What is not known of the sequence. */
  readonly open_questions?: OpenQuestions;
  /** Things to read. */
  readonly references?: References;
}

/** Somebody who sends or receives. */
export interface Participant {
  /** The name that steps use. */
  readonly id: Id;
  /** The name that readers see. */
  readonly label: Line;
}

/** One message from one participant to another. */
export interface Step {
  /** The participant that sends. */
  readonly from: Id;
  /** The participant that receives. */
  readonly to: Id;
  /** What is sent. */
  readonly label: Line;
  /** How sure the step is. */
  readonly confidence: Confidence;
  /** The stanza that is sent. */
  readonly stanza?: Id;
  /** What else happens. */
  readonly note?: Prose;
  /** What stands behind the step. */
  readonly provenance?: Provenance;
  /** Observations that contradict the step. */
  readonly disputes?: Disputes;
}

/** The words that this spec uses. */
export interface Glossary {
  /** The terms. */
  readonly terms: readonly Term[];
}

/** A word and its meaning. */
export interface Term {
  /** The word. */
  readonly term: Line;
  /** What it means here. */
  readonly definition: Prose;
}

/** Tags and attributes that somebody has seen and no stanza describes yet. */
export interface Ledger {
  /** The names. */
  readonly names: readonly LedgerEntry[];
}

/** A name that somebody has seen. */
export interface LedgerEntry {
  /** The name. */
  readonly name: Line;
  /** Whether it is a tag or an attribute. */
  readonly kind: 'tag' | 'attribute';
  /** Where it can be seen. */
  readonly sources: readonly Source[];
  /** What is known of it. */
  readonly note?: Prose;
  /** The name under which the spec describes it, if it is the same thing. */
  readonly same_as?: Line;
}

/** The spec as a whole: its title, its version, where it lives. */
export interface Spec {
  /** The title of the spec. */
  readonly title: Line;
  /** The version of the spec. */
  readonly version: Version;
  /** What the spec describes, in a few sentences. */
  readonly summary?: Prose;
  /** The repository that holds the spec. */
  readonly repository?: Url;
  /** The branch that edit links lead to; main when nothing is said. */
  readonly branch?: Line;
  /** The folder of the spec inside the repository; spec when nothing is said. */
  readonly directory?: Line;
  /** Where the site is published. */
  readonly site?: Url;
  /** What every page must say, such as who stands behind the spec and who does not. Its first paragraph opens the overview. */
  readonly notice?: Prose;
  /** Earlier work that the spec rests on. */
  readonly credits?: References;
  /** The licence of the data and the text. */
  readonly license?: Line;
}

/** A stanza: one top-level message of the protocol, with everything that is known of it. */
export interface Stanza {
  /** The name of the file, without .yaml. */
  readonly id: Id;
  /** The tag of the outermost node. */
  readonly tag: Tag;
  /** The name that readers see. */
  readonly display_name: Line;
  /** What the stanza is for. */
  readonly category: Category;
  /** Which ways the stanza goes. */
  readonly direction: readonly Direction[];
  /** How far the definition is. */
  readonly status: Status;
  /** The version of the spec in which the definition last changed. */
  readonly spec_version: Version;
  /** What the stanza does, in a few sentences. */
  readonly summary: Prose;
  /** What makes a captured node this stanza, beside its tag. A node without it is another stanza and no evidence for this one. */
  readonly match?: {
    /** Attributes that have to be there, each with one of its values. */
    readonly attributes?: readonly ({
      /** An attribute of the outermost node. */
      readonly name: Name;
      /** The values of which it has one. They are public: the sanitizer keeps them. */
      readonly values: readonly WireValue[];
    })[];
    /** Children of the outermost node, of which one has to be there. */
    readonly payload?: readonly Tag[];
  };
  /** The attributes of the node. */
  readonly attributes?: readonly Attribute[];
  /** The children of the node. */
  readonly children?: readonly Child[];
  /** Whether the order of the children matters. */
  readonly children_order?: ChildrenOrder;
  /** The text or bytes that the node carries. */
  readonly content?: Content;
  /** Examples of the stanza. */
  readonly examples?: readonly Example[];
  /** What else a reader should know. */
  readonly notes?: Prose;
  /** What is not known of the stanza. */
  readonly open_questions?: OpenQuestions;
  /** Things to read. */
  readonly references?: References;
  /** Former fact paths and ids that lead here. */
  readonly moved_from?: readonly string[];
}

/** An attribute of a node. */
export interface Attribute {
  /** The name of the attribute. */
  readonly name: Name;
  /** The type of its value. */
  readonly type: AttributeType;
  /** Whether a node of this kind always has it; absent means not known. */
  readonly required?: boolean;
  /** When it is present, in words. */
  readonly when?: Prose;
  /** How sure the fact is. */
  readonly confidence: Confidence;
  /** What it means. */
  readonly description: Prose;
  /** Values that were seen, or that clients write. */
  readonly observed_values?: readonly WireValue[];
  /** What stands behind the fact. */
  readonly provenance?: Provenance;
  /** Observations that contradict the fact. */
  readonly disputes?: Disputes;
}

/** A child of a node, with its own attributes and children. */
export interface Child {
  /** The tag of the child. */
  readonly tag: Tag;
  /** How often it stands in its parent. */
  readonly occurrence: Occurrence;
  /** When it is present, in words. */
  readonly when?: Prose;
  /** How sure the fact is. */
  readonly confidence: Confidence;
  /** What it is for. */
  readonly description: Prose;
  /** The attributes of the node. */
  readonly attributes?: readonly Attribute[];
  /** The children of the node. */
  readonly children?: readonly Child[];
  /** Whether the order of the children matters. */
  readonly children_order?: ChildrenOrder;
  /** The text or bytes that the node carries. */
  readonly content?: Content;
  /** What stands behind the fact. */
  readonly provenance?: Provenance;
  /** Observations that contradict the fact. */
  readonly disputes?: Disputes;
}

/** The text or bytes that a node carries. */
export interface Content {
  /** The type of the content. */
  readonly type: AttributeType;
  /** Its size in bytes, as a number or in words. */
  readonly size?: number | Line;
  /** How sure the fact is. */
  readonly confidence: Confidence;
  /** What it holds. */
  readonly description: Prose;
  /** Values that were seen, or that clients write. */
  readonly observed_values?: readonly WireValue[];
  /** What stands behind the fact. */
  readonly provenance?: Provenance;
  /** Observations that contradict the fact. */
  readonly disputes?: Disputes;
}

/** An example of a stanza. */
export interface Example {
  /** What the example shows. */
  readonly title: Line;
  /** How the body is written. */
  readonly format: 'xml' | 'json' | 'hex';
  /** The example. */
  readonly body: string;
  /** Where it comes from. What is synthetic says so. */
  readonly note?: Prose;
}

/** A way of observing the protocol. */
export interface Technique {
  /** The name of the file, without .yaml. */
  readonly id: Id;
  /** The name that readers see. */
  readonly title: Line;
  /** How far the definition is. */
  readonly status: Status;
  /** How well tried the technique is. */
  readonly maturity: 'established' | 'emerging' | 'experimental';
  /** How it works, in a few sentences. */
  readonly summary: Prose;
  /** What it is used on. */
  readonly targets: readonly Line[];
  /** What it is good at. */
  readonly strengths: readonly Prose[];
  /** What it cannot do. */
  readonly limitations: readonly Prose[];
  /** Tools that it needs. */
  readonly tooling: readonly Line[];
  /** Where it listens. Two techniques on one channel are not independent. */
  readonly channel?: 'wire' | 'runtime' | 'code';
  /** The program whose traffic it shows: an official client, or a third-party library that is instrumented. What a library sends is its authors' reading of the protocol. */
  readonly observes?: 'official' | 'library';
  /** What it takes to begin: low is a browser, a client of one's own or published files, medium is an account to spare or days of reading code, high is a changed device or application. What takes less is proposed first. */
  readonly effort?: 'low' | 'medium' | 'high';
  /** Contributors to ask about it. */
  readonly maintainers?: Ids;
  /** A guide to it. */
  readonly guide?: Url;
  /** Things to read. */
  readonly references?: References;
}

/** Fact paths that were released once and are gone, so that their addresses lead somewhere for ever. */
export interface Tombstones {
  /** The paths that are gone. */
  readonly tombstones: readonly Tombstone[];
}

/** A path that is gone. */
export interface Tombstone {
  /** The fact path, or the id of a stanza or an enum, and everything inside it; of other definitions the page, such as flows/one-to-one. */
  readonly path: Line;
  /** Why it is gone. */
  readonly reason: Prose;
  /** The day on which it went, as 2026-01-31. */
  readonly date: string;
  /** The fact path or id that took its place. */
  readonly successor?: Line;
}

/** A type of values: what they look like, whether they can identify somebody, and what replaces them. */
export interface Type {
  /** The name of the file, without .yaml. Attributes and contents name it as their type. Not the name of a built-in type. */
  readonly id: Id;
  /** How far this entry is. */
  readonly status: Status;
  /** What its values are, in a sentence or two. */
  readonly summary: Prose;
  /** The built-in type that every value fits, too. */
  readonly base: 'string' | 'int' | 'hex' | 'bytes' | 'bool' | 'jid' | 'timestamp';
  /** A regular expression that a whole value matches. Where it can be read in two ways it is refused, so that matching takes linear time. */
  readonly pattern?: ValuePattern;
  /** What a value looks like, in words, for messages: 'a call id has 32 digits in upper-case hex'. */
  readonly expected?: Line;
  /** Values that fit, made up or sanitized. */
  readonly examples?: readonly WireValue[];
  /** What a value can say of somebody. */
  readonly privacy: Privacy;
  /** The parts of a value, each of which is replaced alone, so that a part that is seen elsewhere has the same placeholder. */
  readonly placeholder?: TypePlaceholder;
  /** The type in TypeScript: string, number, boolean, a template literal of these, or a union of texts in single quotes. */
  readonly typescript?: string;
  /** What is known of its values: who makes them, and from what. */
  readonly description?: Prose;
  /** What else a reader should know. */
  readonly notes?: Prose;
  /** Things to read. */
  readonly references?: References;
}

/** A regular expression without anchors, references to groups, lookaround or nested repetition. */
export type ValuePattern = string;

/** Public: nothing. An id of a call, a message or the like. An account, a device or a network address of somebody. A secret: a key or a token. A time. Text: anything that people or programs write. */
export type Privacy = 'public' | 'id' | 'account' | 'device' | 'address' | 'secret' | 'time' | 'text';

/** How a value is taken apart. */
export interface TypePlaceholder {
  /** The parts in braces, with the text between them: '{call}:{device}'. */
  readonly form: Line;
  /** What each part of the form is. */
  readonly parts: readonly TypePlaceholderPart[];
}

/** A part of a value. */
export interface TypePlaceholderPart {
  /** Its name in the form. */
  readonly name: Id;
  /** What the part can say of somebody. */
  readonly privacy: Privacy;
}

/** The type of a definition of each kind. */
export interface TypeOfKind {
  readonly capture: Capture;
  readonly contributor: Contributor;
  readonly enum: Enum;
  readonly flavor: Flavor;
  readonly flow: Flow;
  readonly glossary: Glossary;
  readonly ledger: Ledger;
  readonly spec: Spec;
  readonly stanza: Stanza;
  readonly technique: Technique;
  readonly tombstones: Tombstones;
  readonly type: Type;
}
