import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLinks } from '../../scripts/check-links.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

const STANZA = minimalStanza(
  'ping',
  `attributes:
  - name: id
    type: string
    confidence: probable
    description: See [a page](https://example.org/page#part) and [that](https://example.org/moved).
    provenance:
      flavors: [client]
      sources:
        - client:src/a.ts#L1-L2
        - client:src/a.ts#L7
        - 'https://gone.example.org/x'
        - 'http://plain.example.org/'
references:
  - https://example.org/down
  - https://slow.example.org/
`,
);
const FLAVOR = `id: client
name: Client
repository: https://git.example.org/owner/client
commit: 0123456789abcdef0123456789abcdef01234567
status: draft
`;

const ANSWERS: Readonly<Record<string, () => Response>> = {
  'https://example.org/page': () => new Response('', { status: 200 }),
  'https://example.org/moved': () =>
    new Response('', { status: 301, headers: { location: 'http://x.example/' } }),
  'https://gone.example.org/x': () => new Response('', { status: 404 }),
  'https://example.org/down': () => new Response('', { status: 503 }),
  'https://git.example.org/owner/client': () =>
    new Response('', { status: 302, headers: { location: '/here' } }),
  'https://git.example.org/here': () => new Response('', { status: 200 }),
  'https://git.example.org/owner/client/blob/0123456789abcdef0123456789abcdef01234567/src/a.ts': () =>
    new Response('', { status: 200 }),
};

async function run(root: string) {
  const asked: string[] = [];
  const fetch = async (url: string | URL | Request): Promise<Response> => {
    asked.push(String(url));
    const answer = ANSWERS[String(url)];
    if (answer === undefined) throw new DOMException('too slow', 'TimeoutError');
    return answer();
  };
  const io = testIo({ cwd: root });
  const code = await checkLinks(['--spec', 'spec'], io, fetch as typeof globalThis.fetch);
  return { code, asked, stdout: io.stdout(), stderr: io.stderr() };
}

test('dead links are reported with their positions, busy and slow ones are not', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': STANZA, 'spec/flavors/client.yaml': FLAVOR });
  const { code, asked, stdout, stderr } = await run(root);

  assert.equal(code, 1);
  assert.match(
    stdout,
    /`https:\/\/gone\.example\.org\/x` \| answers 404 \| `spec\/stanzas\/ping\.yaml:19` \| 1/,
  );
  assert.match(stdout, /`https:\/\/example\.org\/moved` \| redirects to a URL that is not https/);
  assert.doesNotMatch(stdout, /down|slow|page|git\.example/);
  assert.match(stderr, /7 links: 2 dead, 2 unclear/);
  assert.deepEqual(
    asked.filter((url) => !url.startsWith('https://')),
    [],
  );
  assert.equal(new Set(asked).has('https://example.org/page'), true, 'fragments are not sent');
});

test('nothing is reported without dead links', async (t) => {
  const root = await tempFolder(t, {
    'spec/stanzas/ping.yaml': minimalStanza('ping', 'references: [https://example.org/page]\n'),
  });
  const { code, stdout } = await run(root);
  assert.equal(code, 0);
  assert.equal(stdout, '');
});
