import type { CaptureWays } from '../../../../lib/prose/ways.ts';

/** How the reader of the workbench does what a text suggests. */
export const WORKBENCH_WAYS: CaptureWays = {
  keepName: () => '“share this name” below',
  keepValue: () => '“share this value” below',
  describeStanza: 'npm run new -- stanza ID, in a copy of the repository',
  nameClient: '“Which client was it”',
  recordDispute: 'submitting',
  fields: {
    id: 'The id',
    title: '“What it shows”',
    version: '“Version of the client”',
    platform: '“Platform”',
    contributor: '“Contributor”',
    capturedAt: '“Day”',
    issue: 'The issue',
    url: 'The address',
    author: 'The author',
    license: 'The licence',
    call: 'The name of the call',
    tools: '“Tool”',
  },
};
