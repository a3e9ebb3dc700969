// Generated from spec/schema/ by `npm run generate`. Do not edit: change the schema and run it again.

/** A stanza, or the stanzas of a whole call, that were captured, replayed or made up, with everything personal replaced. */
export interface Capture {
  /** The name of the file, without .yaml. */
  readonly id: Id;
  /** What it shows. */
  readonly title?: Line;
  /** How mature this entry is: draft, under review, stable, or deprecated. */
  readonly status?: Status;
  /** The origin of the stanza: captured from a client, replayed by a program, or made up. */
  readonly kind?: 'captured' | 'replayed' | 'synthetic';
  /** The origin of the capture. */
  readonly source: {
    /** The technique by which it was captured. */
    readonly technique: Id;
    /** The program that was observed: the id of a flavor, or official. What a third-party client sends is evidence for that client only. */
    readonly client?: Id;
    /** The build of the program, such as 2.3000.1039501489. */
    readonly version?: Line;
    /** The platform that it ran on; of an official client, which one it is, such as WhatsApp Web. */
    readonly platform?: Line;
    /** The issue or pull request that it came with. */
    readonly issue?: Source;
    /** Where it was published: an https address. */
    readonly url?: Url;
    /** Who published it there. */
    readonly author?: Line;
    /** The licence under which it was published, as an SPDX identifier, or none. */
    readonly license?: Line;
    /** The contributor of the capture. */
    readonly contributor?: Id;
    /** When it was captured: a date, or a date and time. */
    readonly captured_at?: string;
    /** Tools that were used. */
    readonly tools?: readonly Line[];
  };
  /** A name for the call. Captures of its other sides have the same. */
  readonly call?: Id;
  /** Whose client was observed: the caller's, the callee's, or another device of either account. */
  readonly observer?: 'caller' | 'callee' | 'other-device';
  /** The tag of the outermost node of a single stanza. */
  readonly stanza_tag?: Tag;
  /** The direction of a single stanza, seen from the client. */
  readonly direction?: Direction;
  /** How certain it is that the capture shows what it claims. */
  readonly confidence: Confidence;
  /** A single stanza as it was captured, sanitized. */
  readonly raw?: {
    /** The format of the body. */
    readonly format: 'xml' | 'json' | 'hex';
    /** The stanza. */
    readonly body: string;
  };
  /** The stanzas of a whole call in the order in which they were captured, instead of raw, stanza_tag and direction. */
  readonly trace?: readonly TraceRecord[];
  /** Always true: all personal data was replaced, which validate checks. */
  readonly sanitized: true;
  /** Values that look personal and are not: the leak check takes them, and nothing else does. */
  readonly public?: readonly ({
    /** A whole value of the stanza. The spec must list it as well, or else it is replaced. */
    readonly value: WireValue;
    /** Why it is nobody's own. */
    readonly reason: Prose;
  })[];
  /** The meaning of the stanza, in words. */
  readonly decoded?: Prose;
  /** Attributes with a remark. */
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

/** A stanza of a trace. A source cites it as capture:<id>#<n>, counted from 1. */
export interface TraceRecord {
  /** Milliseconds since the first record. */
  readonly at: number;
  /** The direction, seen from the client. */
  readonly direction: 'outgoing' | 'incoming';
  /** The format of the body. Default: xml. */
  readonly format?: 'xml' | 'json' | 'hex';
  /** The stanza, sanitized. */
  readonly body: string;
  /** What a reader should know about this record. */
  readonly note?: Prose;
}

/** An identifier: letters, digits, dot, underscore and hyphen. It is also the name of the file and part of the URL. */
export type Id = string;

/** A list of identifiers, each at most once. */
export type Ids = readonly Id[];

/** A version such as 0.2.0, in quotes where YAML would read a number. */
export type Version = string;

/** One line of plain text. */
export type Line = string;

/** Text. `code`, *emphasis*, **strong emphasis** and [links](https://example.org/) are its only markup; everything else is shown as written. */
export type Prose = string;

/** A web address. Only https addresses become links. */
export type Url = string;

/** A value as on the wire, as text. Put numbers in quotes. */
export type WireValue = string;

/** The name of an attribute. */
export type Name = string;

/** The tag of a node; * matches any tag. */
export type Tag = string;

/** How certain the fact is: confirmed (two techniques on different channels), probable (one technique, or the code of one flavor), speculative (reasoned, not observed), or unknown (no evidence). */
export type Confidence = 'confirmed' | 'probable' | 'speculative' | 'unknown';

/** Why a confidence is lower than the evidence supports, in one line. */
export type RatedLower = string;

/** How mature the definition is: draft, under review, stable, or deprecated. */
export type Status = 'draft' | 'review' | 'stable' | 'deprecated';

/** The direction of a stanza, seen from the client. */
export type Direction = 'outgoing' | 'incoming' | 'bidirectional';

/** The purpose of a stanza. */
export type Category = 'signaling' | 'keying' | 'media' | 'transport';

/** How often a child occurs in its parent. */
export type Occurrence = '1' | '0..1' | '0..n' | '1..n';

/** Whether the order of the children matters: fixed (as they are listed here), any, or not known; or the tags whose order is known, in their order. */
export type ChildrenOrder = 'fixed' | 'any' | 'unknown' | readonly Tag[];

/** The type of a value: string, int, hex, bytes, bool, jid, timestamp, the id of a type of the spec, or enum: and the id of an enum. */
export type AttributeType = string;

/** Where it can be seen: <flavor>:<path>#L<from>-L<to>, with writes, reads or names behind it for what the code does with it; capture:<id>, or capture:<id>#<n> for a record of a trace; #<number> of an issue or pull request of this repository, an https address, or a free note. */
export type Source = string;

/** Evidence for a fact. A fact needs at least a technique, or a flavor with a source. */
export interface Provenance {
  /** Techniques by which the fact was observed. */
  readonly techniques?: Ids;
  /** Flavors (independent implementations) whose code shows the fact. */
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
  /** The contradicting claim. */
  readonly claim: Prose;
  /** Flavors that make the claim. */
  readonly flavors?: Ids;
  /** Where the claim can be seen. */
  readonly sources?: readonly Source[];
  /** Whether the dispute is open or resolved. Default: open. */
  readonly status?: 'open' | 'resolved';
  /** Whether the claim denies that the fact exists at all, and not only a detail of it. Readers are then told not to rely on it. */
  readonly refutes?: boolean;
  /** How the dispute was resolved. */
  readonly resolution?: Prose;
}

/** Observations that contradict the fact. */
export type Disputes = readonly Dispute[];

/** Further reading: a web address, or a title with an address. */
export type Reference = Url | {
  /** What it is. */
  readonly title?: Line;
  /** Where it is. */
  readonly url: Url;
  /** What is found there. */
  readonly note?: Prose;
};

/** Further reading. */
export type References = readonly Reference[];

/** An open question: the question alone, or with an id and the conditions that answer it. */
export type OpenQuestion = Prose | TrackedQuestion;

/** A question with an id. */
export interface TrackedQuestion {
  /** The id of the question: unique in the spec and never reused. */
  readonly id: Id;
  /** The question. */
  readonly question: Prose;
  /** Whether the question is open or resolved. */
  readonly status: 'open' | 'resolved';
  /** The answer, once there is one. */
  readonly answer?: Prose;
  /** Where the answer can be seen. */
  readonly sources?: readonly Source[];
  /** Techniques that could answer it. */
  readonly asks?: Ids;
  /** Conditions on a capture that answer the question. */
  readonly settles?: readonly ({
    /** A predicate over a capture, such as: terminate@reason is absent; or over the order of a call, such as: call-accept not after call-preaccept. */
    readonly if: Line;
    /** The answer if the condition is true. */
    readonly then: Prose;
  })[];
}

/** Open questions. */
export type OpenQuestions = readonly OpenQuestion[];

/** Whether a sender writes it: always (required), sometimes (optional) or never. */
export type SentPresence = 'required' | 'optional' | 'never';

/** Whether it is in what the server delivers: always, sometimes or never. */
export type DeliveredPresence = 'always' | 'sometimes' | 'never';

/** Whether a sender writes it, alone or with evidence of its own. */
export type Sent = SentPresence | {
  /** Whether a sender writes it. */
  readonly presence: SentPresence;
  /** How sure this is, where it differs from the confidence of the fact. */
  readonly confidence?: Confidence;
  /** Why the leg is rated lower than its evidence supports. */
  readonly rated_lower?: RatedLower;
  /** Evidence for this leg, where it differs from that of the fact. */
  readonly provenance?: Provenance;
  /** What else there is to know about this leg. */
  readonly note?: Prose;
};

/** Whether it is in what the server delivers, alone or with evidence of its own. */
export type Delivered = DeliveredPresence | {
  /** Whether it is in what the server delivers. */
  readonly presence: DeliveredPresence;
  /** How sure this is, where it differs from the confidence of the fact. */
  readonly confidence?: Confidence;
  /** Why the leg is rated lower than its evidence supports. */
  readonly rated_lower?: RatedLower;
  /** Evidence for this leg, where it differs from that of the fact. */
  readonly provenance?: Provenance;
  /** What else there is to know about this leg. */
  readonly note?: Prose;
};

/** Who writes it: the client, the server, or the call engine that the client hosts. */
export type Writers = readonly ('client' | 'server' | 'engine')[];

/** Conditions joined by and: the anchor of a fact with is present, is absent or = 'a value'; incoming or outgoing; after or not after, and the id of a stanza that came earlier in the call. In a shared node, anchors start at that node. */
export type Predicate = string;

/** Builds of a client in which the fact is known to hold. */
export interface Build {
  /** The client, such as WhatsApp Web. */
  readonly client: Line;
  /** The platform, where it matters. */
  readonly platform?: Line;
  /** The first build that is known to have it. */
  readonly since?: Version;
  /** The last build that is known to have it. */
  readonly until?: Version;
}

/** Since and until which build of a client the fact is known to hold. Ranges of one client do not overlap. */
export type Builds = readonly Build[];

/** The order of the children: one for both legs, or one for each. */
export type ChildrenOrders = ChildrenOrder | {
  /** As a sender writes them. */
  readonly sent?: ChildrenOrder;
  /** As the server delivers them. */
  readonly delivered?: ChildrenOrder;
};

/** An attribute of a node. */
export interface Attribute {
  /** The name of the attribute. */
  readonly name: Name;
  /** The type of its value. */
  readonly type: AttributeType;
  /** The value, where it is always the same. */
  readonly value?: WireValue;
  /** Whether the node always has it; omit it if that is not known. */
  readonly required?: boolean;
  /** When it is present, in words. */
  readonly when?: Prose;
  /** Whether a sender writes it. */
  readonly sent?: Sent;
  /** Whether it is in what the server delivers. */
  readonly delivered?: Delivered;
  /** Who writes it. */
  readonly written_by?: Writers;
  /** It occurs only if this holds. */
  readonly only_if?: Predicate;
  /** It always occurs if this holds. */
  readonly required_if?: Predicate;
  /** The builds of a client that the fact is known to apply to. */
  readonly builds?: Builds;
  /** How certain the fact is. */
  readonly confidence: Confidence;
  /** Why it is rated lower than its evidence supports. */
  readonly rated_lower?: RatedLower;
  /** What it means. */
  readonly description: Prose;
  /** Values that were observed, or that clients send. */
  readonly observed_values?: readonly WireValue[];
  /** Evidence for the fact. */
  readonly provenance?: Provenance;
  /** Observations that contradict the fact. */
  readonly disputes?: Disputes;
}

/** A child of a node, with its own attributes and children. */
export interface Child {
  /** The tag of the child. */
  readonly tag: Tag;
  /** The enum whose values are the tags that the child may have; the tag is then *. */
  readonly tags_from?: string;
  /** The shared node that it is. What is written here besides is what differs at this place. */
  readonly use?: Id;
  /** Parts of the shared node that do not occur at this place, by their anchors, such as @ip or rte/text(). */
  readonly without?: readonly string[];
  /** Why it is not the shared node of the same tag, or not one node with another of its tag. */
  readonly apart?: Prose;
  /** How often it occurs in its parent. */
  readonly occurrence: Occurrence;
  /** When it is present, in words. */
  readonly when?: Prose;
  /** Whether a sender writes it. */
  readonly sent?: Sent;
  /** Whether it is in what the server delivers. */
  readonly delivered?: Delivered;
  /** Who writes it. */
  readonly written_by?: Writers;
  /** It occurs only if this holds. */
  readonly only_if?: Predicate;
  /** It always occurs if this holds. */
  readonly required_if?: Predicate;
  /** The builds of a client that the fact is known to apply to. */
  readonly builds?: Builds;
  /** How certain the fact is. */
  readonly confidence: Confidence;
  /** Why it is rated lower than its evidence supports. */
  readonly rated_lower?: RatedLower;
  /** What it is for. */
  readonly description?: Prose;
  /** The attributes of the node. */
  readonly attributes?: readonly Attribute[];
  /** The children of the node. */
  readonly children?: readonly Child[];
  /** Attributes or children of which exactly one, or at most one, occurs. */
  readonly one_of?: Choices;
  /** Whether the order of the children matters. */
  readonly children_order?: ChildrenOrders;
  /** The text or bytes in the node. */
  readonly content?: Content;
  /** Evidence for the fact. */
  readonly provenance?: Provenance;
  /** Observations that contradict the fact. */
  readonly disputes?: Disputes;
}

/** The text or bytes in a node. */
export interface Content {
  /** The type of the content. */
  readonly type: AttributeType;
  /** The value, where it is always the same. */
  readonly value?: WireValue;
  /** Its size in bytes, as a number or in words. */
  readonly size?: number | Line;
  /** Whether a sender writes it. */
  readonly sent?: Sent;
  /** Whether it is in what the server delivers. */
  readonly delivered?: Delivered;
  /** Who writes it. */
  readonly written_by?: Writers;
  /** It occurs only if this holds. */
  readonly only_if?: Predicate;
  /** It always occurs if this holds. */
  readonly required_if?: Predicate;
  /** The builds of a client that the fact is known to apply to. */
  readonly builds?: Builds;
  /** How certain the fact is. */
  readonly confidence: Confidence;
  /** Why it is rated lower than its evidence supports. */
  readonly rated_lower?: RatedLower;
  /** The meaning of the content. */
  readonly description: Prose;
  /** Values that were observed, or that clients send. */
  readonly observed_values?: readonly WireValue[];
  /** Evidence for the fact. */
  readonly provenance?: Provenance;
  /** Observations that contradict the fact. */
  readonly disputes?: Disputes;
}

/** Attributes or children of a node of which exactly one, or at most one, occurs. */
export interface Choice {
  /** The identity of the choice within its node. */
  readonly id: Id;
  /** The members: the tag of a child, or @ and the name of an attribute. */
  readonly of: readonly string[];
  /** Exactly one of them occurs (1), or at most one (0..1). */
  readonly occurrence: '1' | '0..1';
  /** When it holds, in words. */
  readonly when?: Prose;
  /** How certain the fact is. */
  readonly confidence: Confidence;
  /** Why it is rated lower than its evidence supports. */
  readonly rated_lower?: RatedLower;
  /** What decides between them. */
  readonly description: Prose;
  /** Evidence for the fact. */
  readonly provenance?: Provenance;
  /** Observations that contradict the fact. */
  readonly disputes?: Disputes;
}

/** Choices between attributes or children of a node. */
export type Choices = readonly Choice[];

/** Somebody who contributed evidence. */
export interface Contributor {
  /** The name of the file, without .yaml. */
  readonly id: Id;
  /** The name that readers see. */
  readonly name?: Line;
  /** The GitHub user name; the part after an underscore is the enterprise. */
  readonly github?: string;
  /** Their organization. */
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
  /** How mature the definition is. */
  readonly status: Status;
  /** The meaning of the values. */
  readonly summary: Prose;
  /** Why its values are rated lower than their evidence supports, where they give no reason of their own. */
  readonly rated_lower?: RatedLower;
  /** Whether its values say how something ended or why it was refused. Default: false. */
  readonly outcome?: boolean;
  /** The values. */
  readonly values: readonly Value[];
  /** Open questions about the values. */
  readonly open_questions?: OpenQuestions;
  /** Further reading. */
  readonly references?: References;
  /** Former fact paths and ids that lead here. */
  readonly moved_from?: readonly string[];
}

/** One value of the enum. */
export interface Value {
  /** The value on the wire. */
  readonly value: WireValue;
  /** How certain the fact is. */
  readonly confidence: Confidence;
  /** Why it is rated lower than its evidence supports. */
  readonly rated_lower?: RatedLower;
  /** What it means. */
  readonly description: Prose;
  /** The stanzas that are answered with it when they are refused. */
  readonly refuses?: Ids;
  /** What a client does about it. */
  readonly remedy?: Prose;
  /** Evidence for the fact. */
  readonly provenance?: Provenance;
  /** Observations that contradict the fact. */
  readonly disputes?: Disputes;
}

/** An independent implementation of the protocol, or an earlier description of it. */
export interface Flavor {
  /** The name of the file, without .yaml. */
  readonly id: Id;
  /** The name of the project. */
  readonly name?: Line;
  /** Whether it implements the protocol (the default), is an extract of what another client does, by hand or by machine, or only describes the protocol. An extract is evidence for the techniques it is based on, and no implementation; a description can be cited, but is no evidence. */
  readonly kind?: 'implementation' | 'extract' | 'description';
  /** Its home page. */
  readonly url?: Url;
  /** Its repository. */
  readonly repository?: Url;
  /** The commit that all sources of this flavor refer to. */
  readonly commit?: string;
  /** The release that the commit is, or the build of the client that it was read from. */
  readonly version?: Line;
  /** The platform that it runs on. */
  readonly platform?: Line;
  /** The date of the commit or the build. */
  readonly date?: string;
  /** The language that it is written in. */
  readonly language?: Line;
  /** How mature the project is. */
  readonly maturity?: 'experimental' | 'partial' | 'working' | 'production';
  /** Its licence, as an SPDX identifier where there is one. */
  readonly license?: Line;
  /** Its maintainer. */
  readonly maintainer?: Line;
  /** How mature this entry is. */
  readonly status?: Status;
  /** What it covers: stanza ids or words. */
  readonly covers?: readonly Line[];
  /** What it is based on: technique ids or words. */
  readonly basis?: readonly Line[];
  /** Flavors that it was ported or copied from. Together they count as one. */
  readonly derives_from?: Ids;
  /** Files that npm run compare holds against the facts. */
  readonly extracts?: readonly ({
    /** The file, from the root of the repository. */
    readonly path: Line;
    /** How the file states them: as trees of nodes with attributes by name, or as lists of fields. */
    readonly format: 'node-tree' | 'field-list';
  })[];
  /** Names that its code writes in another way. Other spellings, such as CALL_ID for call-id, are known. */
  readonly aliases?: readonly ({
    /** The tag, attribute or value that goes over the wire. */
    readonly name: Line;
    /** What its code calls it, such as the name of a constant. */
    readonly as: readonly Line[];
  })[];
  /** Places in its code that are sources of something that they do not name, and the reasons. */
  readonly unnamed?: readonly ({
    /** The place as sources write it after the flavor: <path>#L<from>-L<to>. */
    readonly place: Line;
    /** The names that are not there. */
    readonly names: readonly Line[];
    /** Why, such as that another function adds them. */
    readonly reason: Line;
  })[];
  /** The repository, as owner/name, to notify of changes to what it covers. For other programs; the generator sends nothing. */
  readonly notify_repo?: Line;
  /** Whether its maintainers agreed to be notified. */
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
  /** How mature the definition is. */
  readonly status: Status;
  /** The version of the spec in which the definition last changed. */
  readonly spec_version: Version;
  /** What happens, in a few sentences. */
  readonly summary: Prose;
  /** Why its steps are rated lower than their evidence supports, where they give no reason of their own. */
  readonly rated_lower?: RatedLower;
  /** Whether its steps are rules about single stanzas, such as what is acknowledged how, and no sequence. Calls are not compared with it. Default: false. */
  readonly rules?: boolean;
  /** Whether it happens during a call that another flow describes, such as an upgrade to video: it begins with its first step, and other stanzas may come between its steps. Default: false. */
  readonly fragment?: boolean;
  /** The participants whose logs it describes. Default: all but one whose id is server. */
  readonly observers?: Ids;
  /** The participants, from left to right. */
  readonly participants: readonly Participant[];
  /** What is sent, in order. */
  readonly steps: readonly Step[];
  /** Open questions about the sequence. */
  readonly open_questions?: OpenQuestions;
  /** Further reading. */
  readonly references?: References;
}

/** A sender or receiver. */
export interface Participant {
  /** The name by which steps refer to it. */
  readonly id: Id;
  /** The name that readers see. */
  readonly label: Line;
}

/** One message from one participant to another. */
export interface Step {
  /** The name of the step, unique in the flow. Its path is flow/<id of the flow>#<id of the step>. */
  readonly id?: Id;
  /** The participant that sends. */
  readonly from: Id;
  /** The participant that receives. */
  readonly to: Id;
  /** What is sent. */
  readonly label: Line;
  /** How certain the step is. */
  readonly confidence: Confidence;
  /** Why the step is rated lower than its evidence supports. */
  readonly rated_lower?: RatedLower;
  /** The stanza that is sent. */
  readonly stanza?: Id;
  /** The stanzas of which one is sent, instead of stanza. */
  readonly one_of?: Ids;
  /** What its stanza contains in this step, such as terminate@reason = 'accepted_elsewhere'. */
  readonly with?: Predicate;
  /** The ids of the earlier steps that it comes after in every log. Default: the step that it answers, or else the step before it. */
  readonly after?: Ids;
  /** It is sent only if this holds for the call, such as call-offer:offer/destination is present. */
  readonly only_if?: Predicate;
  /** It is always sent if this holds for the call; otherwise it is optional. */
  readonly required_if?: Predicate;
  /** Whether the flow also happens without the step. Default: false. */
  readonly optional?: boolean;
  /** Whether the step can happen several times. Default: false. */
  readonly repeats?: boolean;
  /** The id of the earlier step that it answers. */
  readonly answers?: Id;
  /** The attributes that it repeats from the stanza that it answers. */
  readonly echoes?: readonly Echo[];
  /** The time in which it follows the step that it answers, or else the step before it. */
  readonly within?: Within;
  /** Clients that are known to do it or to leave it out. */
  readonly clients?: StepClients;
  /** What else happens. */
  readonly note?: Prose;
  /** Evidence for the step. */
  readonly provenance?: Provenance;
  /** Observations that contradict the step. */
  readonly disputes?: Disputes;
}

/** A time, with evidence of its own. */
export interface Within {
  /** The time in milliseconds: a limit, or, with seen_ms, a time that leaves room above what was seen. */
  readonly ms: number;
  /** The longest time that was seen, in milliseconds, where no limit is known. Readers are told this time; a diagnosis goes by the other one. */
  readonly seen_ms?: number;
  /** Evidence for the time. */
  readonly provenance: Provenance;
}

/** A value that an answer repeats. */
export interface Echo {
  /** The attribute of the outermost node of the answer. */
  readonly attribute: Name;
  /** The attribute of the outermost node that it repeats. Default: the one of the same name. */
  readonly of?: Name;
  /** Whether it repeats the tag of the payload instead. Default: false. */
  readonly of_payload?: boolean;
}

/** Clients that do something or leave it out. */
export interface StepClients {
  /** Clients that do it: ids of flavors, or official. */
  readonly does?: Ids;
  /** Clients that leave it out: ids of flavors, or official. */
  readonly leaves_out?: Ids;
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

/** A page of the spec's own: an explanation in which every statement leads to what it rests on. */
export interface Guide {
  /** The name of the file, without .yaml. */
  readonly id: Id;
  /** The name that readers see. */
  readonly title: Line;
  /** How mature the definition is. */
  readonly status: Status;
  /** What it explains, in a few sentences. */
  readonly summary: Prose;
  /** Words by which readers look for it and which its name lacks. Only the search of the site uses them. */
  readonly keywords?: readonly Line[];
  /** Its sections, in order. */
  readonly sections: readonly GuideSection[];
  /** Further reading. */
  readonly references?: References;
}

/** A heading and what is below it. */
export interface GuideSection {
  /** Its name, unique in the guide, and its anchor on the page. */
  readonly id: Id;
  /** Its heading. */
  readonly title: Line;
  /** Markdown: paragraphs, headings, lists, code, emphasis, and links to fact paths, steps, pages such as flows/one-to-one, terms such as glossary#LID, or https addresses. HTML is shown as written. */
  readonly text?: string;
  /** Facts as a table, below the text. */
  readonly table?: GuideTable;
  /** The steps of a flow for one participant, below the text. */
  readonly walk?: GuideWalk;
}

/** Facts with what is sent and delivered, what they mean, and how sure they are. */
export interface GuideTable {
  /** The facts, in order. */
  readonly facts: readonly string[];
}

/** What a participant sends and receives, each with an example and its answer. */
export interface GuideWalk {
  /** The flow. */
  readonly flow: Id;
  /** The participant who follows it. */
  readonly as: Id;
  /** The ids of the steps to show. Default: those of the participant that are not optional. */
  readonly steps?: Ids;
  /** The addresses of the other side in examples. Only an example with one of them on its outermost element is shown, so that all of a walk are of one call. Default: any example. */
  readonly addresses?: readonly Line[];
}

/** Tags and attributes that were seen, but that no stanza describes yet. */
export interface Ledger {
  /** The names. */
  readonly names: readonly LedgerEntry[];
}

/** A name that was seen. */
export interface LedgerEntry {
  /** The name. */
  readonly name: Line;
  /** Whether it is a tag or an attribute. */
  readonly kind: 'tag' | 'attribute';
  /** Where it can be seen. */
  readonly sources: readonly Source[];
  /** What is known about it. */
  readonly note?: Prose;
  /** The name that the spec uses for it, if it describes the same thing. */
  readonly same_as?: Line;
}

/** The states of one side of the protocol, and the stanzas that lead from one to another. */
export interface Machine {
  /** The name of the file, without .yaml. */
  readonly id: Id;
  /** The name that readers see. */
  readonly title: Line;
  /** How mature the definition is. */
  readonly status: Status;
  /** The version of the spec in which the definition last changed. */
  readonly spec_version: Version;
  /** Whose states they are, in a few sentences. */
  readonly summary: Prose;
  /** The states, in the order in which they usually follow each other. */
  readonly states: readonly State[];
  /** What leads from one state to another. */
  readonly transitions: readonly Transition[];
  /** Things to read. */
  readonly references?: References;
}

/** A state. */
export interface State {
  /** The id that transitions name. */
  readonly id: Id;
  /** The name that readers see. */
  readonly title: Line;
  /** What is so in it. */
  readonly description?: Prose;
}

/** A way from one state to another. */
export interface Transition {
  /** The id of the state before. */
  readonly from: Id;
  /** The id of the state after. */
  readonly to: Id;
  /** Whether it happens when this side sends the stanza, when it receives the stanza, or without one. */
  readonly when: 'sent' | 'received' | 'otherwise';
  /** The id of the stanza. */
  readonly stanza?: Id;
  /** What happens, in a few words. Default: the tag of the stanza. */
  readonly label?: Line;
  /** What else there is to know, such as how long the side waits. */
  readonly note?: Prose;
  /** The steps of flows and the requirements that show it. */
  readonly evidence: readonly string[];
}

/** A node that occurs at several places of the protocol, described once. */
export interface Node {
  /** The name of the file, without .yaml. */
  readonly id: Id;
  /** The tag of the node. */
  readonly tag: Tag;
  /** The name that readers see. */
  readonly display_name: Line;
  /** How mature the definition is. */
  readonly status: Status;
  /** The version of the spec in which the definition last changed. */
  readonly spec_version: Version;
  /** What the node is, in a few sentences. */
  readonly summary: Prose;
  /** Why its facts are rated lower than their evidence supports, where they give no reason of their own. */
  readonly rated_lower?: RatedLower;
  /** The attributes of the node. */
  readonly attributes?: readonly Attribute[];
  /** The children of the node. */
  readonly children?: readonly Child[];
  /** Attributes or children of which exactly one, or at most one, occurs. */
  readonly one_of?: Choices;
  /** Whether the order of the children matters. */
  readonly children_order?: ChildrenOrders;
  /** The text or bytes in the node. */
  readonly content?: Content;
  /** What else a reader should know. */
  readonly notes?: Prose;
  /** What is not known of the node. */
  readonly open_questions?: OpenQuestions;
  /** Further reading. */
  readonly references?: References;
  /** Former fact paths and ids that lead here. */
  readonly moved_from?: readonly string[];
}

/** The rules behind stanzas: what an implementation must do, how bytes are laid out, and in which steps something is computed. */
export interface Part {
  /** The name of the file, without .yaml. */
  readonly id: Id;
  /** A short name that comments in code can cite, such as SIG-01; unique in the spec. */
  readonly code: string;
  /** The category, which is the name of its folder. */
  readonly category: Id;
  /** The name that readers see. */
  readonly title: Line;
  /** What the part describes, in a few sentences. */
  readonly summary: Prose;
  /** How mature the definition is. */
  readonly status?: Status;
  /** The version of the spec in which the definition last changed. */
  readonly spec_version?: Version;
  /** Its place among the parts of its category: lower numbers come first. */
  readonly order?: number;
  /** The features that need it, such as audio or video. */
  readonly features?: Ids;
  /** The part that it belongs to. */
  readonly parent?: Id;
  /** The parts that it builds on. */
  readonly requires?: Ids;
  /** Who contributed to it: ids, or ids with a note. */
  readonly contributors?: readonly PartContributor[];
  /** The version of the spec that had it first. */
  readonly since?: Version;
  /** Where clients implement it. */
  readonly implementations?: readonly Implementation[];
  /** Why its statements are rated lower than their evidence supports, where they give no reason of their own. */
  readonly rated_lower?: RatedLower;
  /** What an implementation does or leaves out. */
  readonly requirements?: readonly Requirement[];
  /** How bytes are laid out. */
  readonly layout?: readonly Layout[];
  /** What is done, in order. */
  readonly procedure?: readonly ProcedureStep[];
  /** Its rules as Markdown, where they are not written as requirements. */
  readonly normative?: Markdown;
  /** What was found out about it, as Markdown. */
  readonly findings?: Markdown;
  /** Open questions about it. */
  readonly open_questions?: OpenQuestions;
  /** Further reading. */
  readonly references?: References;
  /** Former paths that lead here, such as parts/old-id. */
  readonly moved_from?: readonly string[];
  /** What changed in it, and when. */
  readonly changelog?: readonly ChangelogEntry[];
}

/** Markdown: paragraphs, headings, lists, code, emphasis, and links to other parts by their ids. HTML is shown as written. */
export type Markdown = string;

/** A contributor, by id, with or without a note. */
export type PartContributor = Id | NotedContributor;

/** A contributor with a note. */
export interface NotedContributor {
  /** The id of the contributor. */
  readonly contributor: Id;
  /** What they contributed. */
  readonly note?: Line;
}

/** A flavor that implements the part, or plans to. */
export interface Implementation {
  /** The flavor that implements it. */
  readonly flavor: Id;
  /** How far: working, partial, planned, or unknown. */
  readonly status: 'working' | 'partial' | 'planned' | 'unknown';
  /** The file in the repository of the flavor. */
  readonly path?: Line;
  /** Commits that implement it. */
  readonly commits?: readonly string[];
  /** What else is to be known. */
  readonly note?: Prose;
}

/** A change of the part. */
export interface ChangelogEntry {
  /** The day, such as 2026-06-21. */
  readonly date: Line;
  /** What changed. */
  readonly note: Prose;
}

/** What an implementation does or leaves out, in one sentence. */
export interface Requirement {
  /** Its name, unique in the part. Its path is part/<id of the part>#<id of the requirement>. */
  readonly id: Id;
  /** How binding it is: must, must-not, should, should-not or may. */
  readonly level: 'must' | 'must-not' | 'should' | 'should-not' | 'may';
  /** Whom it binds: the sender, the reader or the server. */
  readonly actor: 'sender' | 'reader' | 'server';
  /** The path of the fact that it speaks of, such as call-offer:offer@call-id, or the id of a stanza. */
  readonly subject?: string;
  /** What of the subject it speaks of, where that is not the subject as a whole: the order of its children. */
  readonly about?: 'order';
  /** The requirement, in one sentence. */
  readonly text: Prose;
  /** When it applies, in words. */
  readonly when?: Prose;
  /** What happens otherwise. */
  readonly consequence?: Prose;
  /** How certain the requirement is. */
  readonly confidence: Confidence;
  /** Why the requirement is rated lower than its evidence supports. */
  readonly rated_lower?: RatedLower;
  /** Evidence for the requirement. */
  readonly provenance?: Provenance;
  /** Observations that contradict the requirement. */
  readonly disputes?: Disputes;
}

/** How some bytes are laid out. */
export interface Layout {
  /** Its name, unique in the part. Its address is part/<id of the part>#<id of the layout>. */
  readonly id: Id;
  /** The name that readers see. */
  readonly title: Line;
  /** Its size in bytes, where it is always the same. */
  readonly size?: number;
  /** What has this layout. */
  readonly description?: Prose;
  /** Its fields, in the order of their bytes. */
  readonly fields: readonly LayoutField[];
  /** Bytes with this layout, and what they mean. */
  readonly vectors?: readonly Vector[];
}

/** A field of a layout. */
export interface LayoutField {
  /** Its name, unique in the layout. Its path is part/<id of the part>#<id of the layout>.<name>. */
  readonly name: Id;
  /** The byte at which it begins. Default: behind the field before it. */
  readonly offset?: number;
  /** Its length in bytes. Only the last field may leave it out: it then has the rest. */
  readonly bytes?: number;
  /** The bit of its first byte at which it begins, from the most significant, 0, on. Default: behind the field before it. */
  readonly offset_bits?: number;
  /** Its length in bits, instead of bytes. */
  readonly bits?: number;
  /** Which byte of a number comes first: the most significant (big, the default) or the least significant (little). */
  readonly endian?: 'big' | 'little';
  /** What its bytes are: uint, int, bytes, utf8, flags, or enum: and the id of an enum. */
  readonly type: string;
  /** The value, where it is always the same: a number as 22 or 0x16, bytes in hex, or a text. */
  readonly value?: WireValue;
  /** What it means. */
  readonly meaning: Prose;
  /** How certain the field is. */
  readonly confidence: Confidence;
  /** Why the field is rated lower than its evidence supports. */
  readonly rated_lower?: RatedLower;
  /** Evidence for the field. */
  readonly provenance?: Provenance;
  /** Observations that contradict the field. */
  readonly disputes?: Disputes;
}

/** Bytes with a layout, and what they mean. */
export interface Vector {
  /** The bytes in hex, in quotes where YAML would read a number. */
  readonly bytes: string;
  /** What the bytes are. */
  readonly title?: Line;
  /** The value of each field: numbers as decimals, bytes in hex, texts as they are. */
  readonly values?: Readonly<Record<string, WireValue>>;
  /** Where the bytes can be seen. */
  readonly sources?: readonly Source[];
}

/** A step of a procedure. */
export interface ProcedureStep {
  /** Its name, unique in the part. Its path is part/<id of the part>#<id of the step>. */
  readonly id: Id;
  /** What is done. */
  readonly text: Prose;
  /** What it needs. */
  readonly inputs?: readonly Line[];
  /** What it gives. */
  readonly outputs?: readonly Line[];
  /** Values that are always the same. */
  readonly constants?: readonly ProcedureConstant[];
  /** How certain the step is. */
  readonly confidence: Confidence;
  /** Why the step is rated lower than its evidence supports. */
  readonly rated_lower?: RatedLower;
  /** Evidence for the step. */
  readonly provenance?: Provenance;
  /** Observations that contradict the step. */
  readonly disputes?: Disputes;
}

/** A value that is always the same. */
export interface ProcedureConstant {
  /** What it is called. */
  readonly name: Line;
  /** Its value. */
  readonly value: WireValue;
  /** Where it can be seen. */
  readonly sources?: readonly Source[];
}

/** General data of the spec, such as its title, version and repository. */
export interface Spec {
  /** The title of the spec. */
  readonly title: Line;
  /** The version of the spec. */
  readonly version: Version;
  /** How authors of the spec work: strict holds them to the rules that are marked as policy, such as that no fact has a higher confidence than its evidence supports. With lenient, findings of these rules are one level lower; what makes a page wrong or unsafe is an error all the same. Default: lenient. */
  readonly policy?: 'strict' | 'lenient';
  /** What the spec describes, in a few sentences. */
  readonly summary?: Prose;
  /** The repository that holds the spec. */
  readonly repository?: Url;
  /** The branch that edit links lead to. Default: main. */
  readonly branch?: Line;
  /** The folder of the spec in the repository. Default: spec. */
  readonly directory?: Line;
  /** The address of the published site. */
  readonly site?: Url;
  /** A notice on every page, such as who publishes the spec and who is not affiliated with it. Its first paragraph opens the overview. */
  readonly notice?: Prose;
  /** Earlier work that the spec is based on. */
  readonly credits?: References;
  /** The license of the data and the text. */
  readonly license?: Line;
  /** The categories of parts, in their order. The parts of each are in the folder of its id. Default: signalling, encodings, crypto, relay. */
  readonly part_categories?: readonly PartCategory[];
  /** The phases of the protocol, in their order. Each stanza names its own; lists and the map of the protocol go by them. */
  readonly phases?: readonly Phase[];
}

/** A phase of the protocol. */
export interface Phase {
  /** The id that stanzas name. */
  readonly id: Id;
  /** The name that readers see. */
  readonly title: Line;
  /** What happens in it, in a sentence. */
  readonly summary?: Prose;
  /** Whether it is no step of the sequence, such as what is sent in all other phases. Default: false. */
  readonly aside?: boolean;
}

/** A category of parts. */
export interface PartCategory {
  /** The id, and the folder of its parts. */
  readonly id: Id;
  /** The name that readers see. */
  readonly title: Line;
}

/** A stanza: one top-level message of the protocol, with all facts about it. */
export interface Stanza {
  /** The name of the file, without .yaml. */
  readonly id: Id;
  /** The tag of the outermost node. */
  readonly tag: Tag;
  /** The name that readers see. */
  readonly display_name: Line;
  /** The purpose of the stanza. */
  readonly category: Category;
  /** When it is sent: the id of a phase in spec.yaml. */
  readonly phase?: Id;
  /** Its place among the stanzas of its phase. Those without one come last, by their ids. */
  readonly order?: number;
  /** The directions of the stanza, seen from the client. */
  readonly direction: readonly Direction[];
  /** How mature the definition is. */
  readonly status: Status;
  /** The version of the spec in which the definition last changed. */
  readonly spec_version: Version;
  /** What the stanza does, in a few sentences. */
  readonly summary: Prose;
  /** Words by which readers look for it and which its name lacks. Only the search of the site uses them. */
  readonly keywords?: readonly Line[];
  /** Why its facts are rated lower than their evidence supports, where they give no reason of their own. */
  readonly rated_lower?: RatedLower;
  /** What identifies a captured node as this stanza, besides its tag. A node that does not match is another stanza and no evidence for this one. */
  readonly match?: {
    /** Attributes that must be present, each with one of its values. */
    readonly attributes?: readonly ({
      /** An attribute of the outermost node. */
      readonly name: Name;
      /** The allowed values. They are public: the sanitizer keeps them. */
      readonly values: readonly WireValue[];
    })[];
    /** Children of the outermost node, one of which must be present. */
    readonly payload?: readonly Tag[];
  };
  /** The stanza that describes the outermost node around this payload. Its attributes apply here, too, where they are not described again. */
  readonly envelope?: Id;
  /** The shared node that the outermost node is. What is written here besides is what differs for this stanza. */
  readonly use?: Id;
  /** The attributes of the node. */
  readonly attributes?: readonly Attribute[];
  /** The children of the node. */
  readonly children?: readonly Child[];
  /** Attributes or children of which exactly one, or at most one, occurs. */
  readonly one_of?: Choices;
  /** Whether the order of the children matters. */
  readonly children_order?: ChildrenOrders;
  /** The text or bytes in the node. */
  readonly content?: Content;
  /** Examples of the stanza. */
  readonly examples?: readonly Example[];
  /** What else a reader should know. */
  readonly notes?: Prose;
  /** Open questions about the stanza. */
  readonly open_questions?: OpenQuestions;
  /** Further reading. */
  readonly references?: References;
  /** Former fact paths and ids that lead here. */
  readonly moved_from?: readonly string[];
}

/** An example of a stanza. */
export interface Example {
  /** What the example shows. */
  readonly title: Line;
  /** The format of the body. */
  readonly format: 'xml' | 'json' | 'hex';
  /** Whether it is as the sender writes it, or as the server delivers it. */
  readonly leg?: 'sent' | 'delivered';
  /** Whether it is kept although nobody sends or receives it like this: something in it is refuted, or it fits neither leg. Readers are told what that is. */
  readonly historical?: boolean;
  /** The example. */
  readonly body: string;
  /** The origin of the example. Say so if it is synthetic. */
  readonly note?: Prose;
}

/** A way of observing the protocol. */
export interface Technique {
  /** The name of the file, without .yaml. */
  readonly id: Id;
  /** The name that readers see. */
  readonly title: Line;
  /** How mature the definition is. */
  readonly status: Status;
  /** How established the technique is. */
  readonly maturity: 'established' | 'emerging' | 'experimental';
  /** How it works, in a few sentences. */
  readonly summary: Prose;
  /** Words by which readers look for it and which its name lacks. Only the search of the site uses them. */
  readonly keywords?: readonly Line[];
  /** What it is used on. */
  readonly targets: readonly Line[];
  /** What it is good at. */
  readonly strengths: readonly Prose[];
  /** What it cannot do. */
  readonly limitations: readonly Prose[];
  /** Tools that it needs. */
  readonly tooling: readonly Line[];
  /** How to begin, in order: what to install, what to run first, and which functions to hook or read. */
  readonly first_steps?: readonly ({
    /** What to do, with a link to what it is read from. */
    readonly step: Prose;
    /** The command or the line of code to run. */
    readonly command?: Line;
  })[];
  /** The channel that it observes. Two techniques on one channel are not independent. */
  readonly channel?: 'wire' | 'runtime' | 'code';
  /** The program whose traffic it shows: an official client, or a third-party library that is instrumented. What a library sends shows how its authors understand the protocol. */
  readonly observes?: 'official' | 'library';
  /** What it takes to start: low (a browser, your own client or published files), medium (a spare account, or days of reading code), or high (a modified device or application). Easier techniques are suggested first. */
  readonly effort?: 'low' | 'medium' | 'high';
  /** The answer to “Where does your log come from?” that means this technique, such as “A hook in the page of a web client”. Leave it out if the technique makes no log. */
  readonly log_from?: Line;
  /** Contributors who can answer questions about it. */
  readonly maintainers?: Ids;
  /** A guide to the technique. */
  readonly guide?: Url;
  /** Further reading. */
  readonly references?: References;
}

/** Released fact paths that were removed, so that their addresses keep working. */
export interface Tombstones {
  /** The removed paths. */
  readonly tombstones: readonly Tombstone[];
}

/** A removed path. */
export interface Tombstone {
  /** The fact path, or the id of a stanza or an enum including everything inside it; for other definitions the page, such as flows/one-to-one. */
  readonly path: Line;
  /** Why it was removed. */
  readonly reason: Prose;
  /** The day when it was removed, such as 2026-01-31. */
  readonly date: string;
  /** The fact path or id that replaces it. */
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
  readonly guide: Guide;
  readonly ledger: Ledger;
  readonly machine: Machine;
  readonly node: Node;
  readonly part: Part;
  readonly spec: Spec;
  readonly stanza: Stanza;
  readonly technique: Technique;
  readonly tombstones: Tombstones;
  readonly type: Type;
}
