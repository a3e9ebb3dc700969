import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { memoryFiles } from '../../lib/corpus/ports/memory-files.ts';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { RULES } from '../../lib/rules/index.ts';
import { validateSpec } from '../../lib/rules/validate-spec.ts';
import { attribute, child, flow, stanza } from '../cases/texts.ts';

const GUIDE = readFileSync(join(PROJECT_ROOT, 'CONTRIBUTING.md'), 'utf8');
const CHAPTERS = [
  'Sender and receiver',
  'Shared nodes',
  'Choices and constants',
  'Conditions',
  'Flows',
  'Builds',
];

/** The stanzas that the steps of flows in the guide name. */
const attributes = (...names: string[]): string =>
  `attributes:\n${names.map((name) => `  - ${attribute(name, 'string')}\n`).join('')}`;
const SENT = {
  'stanzas/call-offer.yaml': stanza(
    `${attributes('id', 'from')}children:\n  - ${child('offer', '1', `children: [${child('destination', '0..1')}]`)}\n`,
    'call-offer',
  ),
  'stanzas/call-ack.yaml': stanza(attributes('id', 'to', 'type', 'class'), 'call-ack').replace(
    'tag: call',
    'tag: ack',
  ),
  'stanzas/call-accept.yaml': stanza('', 'call-accept'),
  'stanzas/call-reject.yaml': stanza('', 'call-reject'),
};

/** The YAML in a chapter: whole definitions of shared nodes, what stanzas hold, and the steps of flows. */
const yamlIn = (chapter: string): string[] => {
  const [, text = ''] = GUIDE.split(`\n## ${chapter}\n`);
  const own = text.split(/^## /m)[0] ?? '';
  return [...own.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, yaml = '']) => yaml);
};

for (const chapter of CHAPTERS) {
  test(`the YAML of the guide’s chapter “${chapter}” is valid as it is written there`, () => {
    const blocks = yamlIn(chapter);
    assert.ok(blocks.length > 0);
    const files: Record<string, string> = Object.fromEntries(
      blocks.map((yaml, i) => {
        if (yaml.startsWith('steps:')) return ['flows/a-call.yaml', flow([]).replace('steps:\n', yaml)];
        const id = /^id: (.*)$/m.exec(yaml)?.[1];
        return id === undefined
          ? [
              `stanzas/call-${i}.yaml`,
              stanza(yaml, `call-${i}`).replace('[outgoing]', '[outgoing, incoming]'),
            ]
          : [`nodes/${id}.yaml`, yaml];
      }),
    );
    files['stanzas/call-x.yaml'] ??= stanza();
    if (chapter === 'Flows') Object.assign(files, SENT);
    // The examples leave out the evidence.
    const findings = validateSpec(memoryFiles(files), RULES).findings.filter(
      ({ code }) => code !== 'evidence/none',
    );
    assert.deepEqual(
      findings.map(({ code, line, message }) => `${line} ${code} ${message}`),
      [],
    );
  });
}
