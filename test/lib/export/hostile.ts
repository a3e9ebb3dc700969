import { loadCorpus } from '../../../lib/corpus/load/load-corpus.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { memoryFiles } from '../../../lib/corpus/ports/memory-files.ts';

/** Text that would be markup, a link, a tag, an entity, a command or the end of a table's cell. */
export const EVIL =
  '<script>alert(1)</script> &amp; | \\| ` `` ]( [x](javascript:alert(1)) ![i](https://e.example/i) ##[group] "q" \'s\'';

const ODD_PATTERN = '[<>`|\\\\]{1,9}';
const ODD_TYPE = "'*/' | `<${string}`";
const q = JSON.stringify;
const evidence = `provenance: { techniques: [mitm-tls], flavors: [evil], contributors: [eve], sources: [${q(EVIL)}, 'evil:a.ts#L1', '#1', 'capture:evil'], tools: [${q(EVIL)}] }`;
const every = `${evidence}, disputes: [{ claim: ${q(EVIL)}, status: resolved, resolution: ${q(EVIL)}, flavors: [evil], sources: [${q(EVIL)}] }]`;
const claim = `confidence: unknown, description: ${q(EVIL)}`;

/** A spec in which every text is hostile, and every kind and key is used. */
export const HOSTILE_FILES: Readonly<Record<string, string>> = {
  'spec.yaml': `title: ${q(EVIL)}\nversion: '1.0.0'\nsummary: ${q(EVIL)}\nnotice: ${q(EVIL)}\nlicense: ${q(EVIL)}\nrepository: https://example.org/r\ncredits: [{ title: ${q(EVIL)}, url: ${q('https://example.org/a>b')}, note: ${q(EVIL)} }]\n`,
  'stanzas/evil.yaml': `id: evil
tag: call
display_name: ${q(EVIL)}
category: signaling
direction: [incoming]
status: draft
spec_version: '1.0.0'
summary: ${q(EVIL)}
children_order: any
attributes:
  - { name: a, type: enum:evil, required: true, when: ${q(EVIL)}, observed_values: [${q(EVIL)}, ''], ${claim}, ${every} }
content: { type: bytes, size: ${q(EVIL)}, ${claim} }
children:
  - { tag: te, occurrence: '0..n', children_order: fixed, ${claim}, attributes: [{ name: b, type: odd, ${claim} }, { name: c, type: unsafe, ${claim} }], content: { type: bytes, size: 6, ${claim} } }
  - { tag: '*', occurrence: '1', ${claim} }
  - { tag: used, use: evil, without: ['@b'], occurrence: '1', ${claim} }
examples:
  - { title: ${q(EVIL)}, format: xml, body: "<call>\\n\`\`\`\\n</call>", note: ${q(EVIL)} }
notes: ${q(EVIL)}
open_questions:
  - ${q(EVIL)}
  - { id: evil-question, question: ${q(EVIL)}, status: resolved, answer: ${q(EVIL)}, sources: [${q(EVIL)}], asks: [mitm-tls], settles: [{ if: ${q(EVIL)}, then: ${q(EVIL)} }] }
references: [${q('javascript:alert(1)')}, { title: ${q(EVIL)}, url: 'https://example.org/', note: ${q(EVIL)} }]
moved_from: [former]
`,
  'stanzas/evil.json.yaml': `id: evil.json\ntag: call\ndisplay_name: E\ncategory: signaling\ndirection: [incoming]\nstatus: draft\nspec_version: '1.0.0'\nsummary: S\n`,
  'nodes/evil.yaml': `id: evil
tag: te
display_name: ${q(EVIL)}
status: draft
spec_version: '1.0.0'
summary: ${q(EVIL)}
attributes:
  - { name: a, type: string, value: ${q(EVIL)}, sent: { presence: optional, note: ${q(EVIL)}, ${evidence} }, delivered: { presence: always, note: ${q(EVIL)} }, written_by: [server], only_if: ${q(EVIL)}, required_if: ${q(EVIL)}, builds: [{ client: ${q(EVIL)}, platform: ${q(EVIL)}, since: '1' }], ${claim} }
  - { name: b, type: string, ${claim} }
one_of: [{ id: c, of: ['@a', '@b'], occurrence: '1', when: ${q(EVIL)}, ${claim}, ${every} }]
children:
  - { tag: '*', occurrence: '1', apart: ${q(EVIL)}, tags_from: enum:evil, ${claim} }
notes: ${q(EVIL)}
open_questions: [${q(EVIL)}]
`,
  'enums/evil.yaml': `id: evil\ntitle: ${q(EVIL)}\nstatus: draft\nsummary: ${q(EVIL)}\nvalues:\n  - { value: ${q(EVIL)}, ${claim}, ${every} }\n  - { value: '', ${claim} }\n`,
  'types/odd.yaml': `id: odd\nstatus: draft\nsummary: ${q(EVIL)}\nbase: string\npattern: ${q(ODD_PATTERN)}\nexpected: ${q(EVIL)}\nexamples: ['<|>']\nprivacy: text\nplaceholder: { form: '<{a}|{b}', parts: [{ name: a, privacy: id }, { name: b, privacy: text }] }\ntypescript: ${q(ODD_TYPE)}\ndescription: ${q(EVIL)}\nnotes: ${q(EVIL)}\nreferences: [${q('javascript:alert(1)')}]\n`,
  'types/unsafe.yaml': `id: unsafe\nstatus: draft\nsummary: S\nbase: int\nprivacy: public\ntypescript: ${q('any; import x')}\n`,
  'flows/evil.yaml': `id: evil\ntitle: ${q(EVIL)}\nstatus: draft\nspec_version: '1.0.0'\nsummary: ${q(EVIL)}\nparticipants: [{ id: a, label: ${q(EVIL)} }]\nsteps:\n  - { from: a, to: a, label: ${q(EVIL)}, confidence: unknown, stanza: evil, note: ${q(EVIL)}, ${every} }\n`,
  'techniques/mitm-tls.yaml': `id: mitm-tls\ntitle: ${q(EVIL)}\nstatus: draft\nmaturity: emerging\nsummary: ${q(EVIL)}\ntargets: [${q(EVIL)}]\nstrengths: [${q(EVIL)}]\nlimitations: [${q(EVIL)}]\ntooling: [${q(EVIL)}]\nchannel: wire\nmaintainers: [eve]\nguide: ${q('https://example.org/<b>')}\n`,
  'flavors/evil.yaml': `id: evil\nname: ${q(EVIL)}\nurl: ${q('javascript:alert(1)')}\nrepository: https://example.org/evil\nlanguage: ${q(EVIL)}\nlicense: ${q(EVIL)}\nmaintainer: ${q(EVIL)}\ncovers: [${q(EVIL)}]\nbasis: [${q(EVIL)}]\ndescription: ${q(EVIL)}\n`,
  'contributors/eve.yaml': `id: eve\nname: ${q(EVIL)}\naffiliation: ${q(EVIL)}\ntools: [${q(EVIL)}]\nlinks: [${q('javascript:alert(1)')}]\n`,
  'captures/evil.yaml': `id: evil\ntitle: ${q(EVIL)}\nsource: { technique: mitm-tls, contributor: eve, issue: '#1', tools: [${q(EVIL)}] }\nstanza_tag: call\ndirection: incoming\nconfidence: unknown\nraw: { format: xml, body: "<call>\\n\`\`\`\`\\n</call>" }\nsanitized: true\npublic: [{ value: ${q(EVIL)}, reason: ${q(EVIL)} }]\ndecoded: ${q(EVIL)}\nattributes: [{ name: ${q(EVIL)}, value: ${q(EVIL)}, note: ${q(EVIL)} }]\nnotes: ${q(EVIL)}\n`,
  'captures/evil-trace.yaml': `id: evil-trace\ntitle: ${q(EVIL)}\nsource: { technique: mitm-tls, client: eve, platform: ${q(EVIL)}, url: ${q('javascript:alert(1)')}, author: ${q(EVIL)}, license: ${q(EVIL)}, captured_at: '2026-01-31' }\nobserver: other-device\nconfidence: unknown\ntrace: [{ at: 0, direction: incoming, body: "<call>\\n\`\`\`\`\\n</call>", note: ${q(EVIL)} }]\nsanitized: true\n`,
  'glossary.yaml': `terms: [{ term: ${q(EVIL)}, definition: ${q(EVIL)} }]\n`,
  'ledger.yaml': `names: [{ name: ${q(EVIL)}, kind: tag, sources: [${q(EVIL)}], note: ${q(EVIL)}, same_as: ${q(EVIL)} }]\n`,
  'tombstones.yaml': `tombstones: [{ path: 'gone', reason: ${q(EVIL)}, date: '2026-01-31', successor: evil }]\n`,
};

/** A publication of files in memory. */
export function publicationOf(
  files: Readonly<Record<string, string>>,
  origin: string | undefined = 'https://spec.example',
): Publication {
  const { corpus, findings } = loadCorpus(memoryFiles(files));
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 2));
  return { corpus, origin, base: '/base/', commit: 'a'.repeat(40), date: '2026-02-01', directory: 'spec' };
}
