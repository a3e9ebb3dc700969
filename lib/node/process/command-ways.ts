import type { Ways } from '../../prose/ways.ts';

/** How it is done on the command line. */
export const COMMAND_WAYS: Ways = {
  keepName: (name) => `--keep-name ${name}`,
  keepValue: (enumId) => `--keep-value ${enumId}=VALUE`,
  describeStanza: 'npm run new -- stanza ID',
  nameClient: '--client',
  recordDispute: 'a draft',
  fields: {
    id: '--id',
    title: '--title',
    version: '--version',
    platform: '--platform',
    contributor: '--contributor',
    capturedAt: '--captured-at',
    issue: '--issue',
    url: '--url',
    author: '--author',
    license: '--license',
    call: '--call-name',
    tools: '--tool',
  },
  showAll: '--all',
  nameSpec: 'Set it with --spec DIR or SPEC_DIR.',
  newEntry: '`npm run new` creates a skeleton.',
  draftAgain: 'Run `npm run capture -- draft`.',
  sanitizeAgain: 'Run `npm run capture -- sanitize`.',
  freezeRelease: '`npm run release` freezes a release and lists it.',
  addRelease: '`npm run release` adds to it.',
  checkSources: 'Run `npm run sources -- check --clones DIR`.',
};
