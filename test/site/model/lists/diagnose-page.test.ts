import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readExampleLogs } from '../../../../lib/corpus/load/read-example-logs.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { frameOf } from '../../../../site/model/frame/frame.ts';
import { linksOf } from '../../../../site/model/links/links.ts';
import { diagnosePage } from '../../../../site/model/lists/diagnose-page.ts';
import { DIAGNOSED_SPEC } from '../../../helpers/calls/diagnosed-spec.ts';
import { tempFolder } from '../../../helpers/temp-spec.ts';
import { corpusOf } from '../../../lib/capture/nodes.ts';
import { runCapture } from '../../../scripts/run-capture.ts';

const LOG = `10:00:00.000 <- <call from="A@s.whatsapp.net" id="1"><offer call-id="C1" call-creator="A@s.whatsapp.net"><net/><audio/></offer></call>
10:00:01.000 -> <call to="A@s.whatsapp.net" id="2"><accept call-id="C1" call-creator="A@s.whatsapp.net"/></call>
# A wrong order
#
# The audio comes last.
`;
const SPEC = { ...DIAGNOSED_SPEC, 'logs/order.log': LOG };
const publication = {
  corpus: corpusOf(DIAGNOSED_SPEC),
  origin: 'https://calls.example',
  base: '/',
  commit: undefined,
  date: undefined,
  directory: 'spec',
  logs: readExampleLogs(memoryFiles(SPEC)),
};

test('the page of diagnosed calls shows what the command prints of each example log', async (t) => {
  const [one, ...more] = diagnosePage(publication);
  assert.deepEqual([one?.title, one?.about, more], ['A wrong order', 'The audio comes last.', []]);
  const root = await tempFolder(
    t,
    Object.fromEntries(Object.entries(SPEC).map(([path, text]) => [`spec/${path}`, text])),
  );
  const [, , , ...args] = one?.command.split(' ') ?? [];
  const { code, stdout } = await runCapture(root, ...args.slice(1));
  assert.equal(code, 1);
  assert.match(stdout, /First divergence: “offer” in line 1 contradicts the spec/);
  assert.equal(one?.output, stdout);
});

test('only a spec with example logs has the page in its navigation', () => {
  const titles = ({ logs }: Pick<typeof publication, 'logs'>): string[] => {
    const published = { ...publication, logs };
    const { groups } = frameOf(published, linksOf(published), '');
    return groups.flatMap(({ items }) => items.map(({ text }) => text));
  };
  assert.ok(titles(publication).includes('Diagnosed calls'));
  assert.ok(!titles({ logs: [] }).includes('Diagnosed calls'));
});
