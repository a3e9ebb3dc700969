import type { CaptureWays } from '../prose/ways.ts';

/** How the author of an issue form does what a text suggests: by editing the issue. */
export const FORM_WAYS: CaptureWays = {
  keepName: () => 'a line under “Shared on purpose”',
  keepValue: (enumId) => `the line ${enumId}=VALUE under “Shared on purpose”`,
  describeStanza: 'propose a file for it in the folder of stanzas, or wait until it is described',
  nameClient: 'a line under “Remarks”',
  recordDispute: 'a draft',
  fields: {
    id: 'the generated id',
    title: 'the generated title',
    version: 'the version',
    platform: 'the platform',
    contributor: 'your name on GitHub',
    capturedAt: '“Day of the capture”',
    issue: 'the number of the issue',
    url: 'the address',
    author: 'the author',
    license: 'the licence',
    call: 'the name of the call',
    tools: 'the tool',
  },
};
