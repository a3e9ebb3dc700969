import type { Ways } from '../../prose/ways.ts';

/** How it is done on the command line. */
export const COMMAND_WAYS: Ways = {
  keepName: (name) => `--keep-name ${name}`,
  keepValue: (enumId) => `--keep-value ${enumId}=VALUE`,
  describeStanza: 'npm run new -- stanza ID',
  nameClient: '--client',
  fields: {
    id: '--id',
    title: '--title',
    contributor: '--contributor',
    capturedAt: '--captured-at',
    issue: '--issue',
    tools: '--tool',
  },
  showAll: '--all',
  nameSpec: 'Name it with --spec DIR or SPEC_DIR.',
  newEntry: '`npm run new` makes a skeleton.',
  draftAgain: '`npm run capture -- draft` makes it.',
  sanitizeAgain: '`npm run capture -- sanitize` prints it.',
  freezeRelease: '`npm run release` freezes a release and lists it.',
  addRelease: '`npm run release` adds to it.',
};
