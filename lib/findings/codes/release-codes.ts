import { type Code, code } from '../parts/code.ts';

/** Frozen releases. */
export const RELEASE_CODES = {
  'release/missing': code<{ version: string }>({
    level: 'error',
    title: 'A frozen release is missing',
    why: 'Pages of old versions, the list of changes and every former path are made from the bundles in `releases/`. Without one of them its addresses are lost.',
    message: ({ version }) =>
      `digests.json lists ${version}, but there is no releases/${version}.json that could be read.`,
    hint: () => 'Restore it from the repository; a frozen release is kept for ever.',
  }),
  'release/changed': code<{ version: string }>({
    level: 'error',
    title: 'A frozen release was edited',
    why: 'Releases are quoted and compared with, so a release never changes.',
    message: ({ version }) => `${version} is not what was frozen: digests.json has another SHA-256.`,
    hint: () => 'Restore it from the repository. What is known now belongs into the next release.',
  }),
  'release/unlisted': code<{ version: string }>({
    level: 'error',
    title: 'A release is not listed',
    why: 'Changes to a bundle without a digest, or its loss, would go unnoticed.',
    message: ({ version }) => `digests.json does not list ${version}.`,
    hint: () => 'Delete the file if no release wrote it.',
    way: 'freezeRelease',
  }),
  'release/digests': code<{ reason: string }>({
    level: 'error',
    title: 'The digests of the releases cannot be read',
    why: 'Frozen releases are compared with `releases/digests.json`; without it, changes to them would go unnoticed.',
    message: ({ reason }) => `This is no list of digests by version: ${reason}.`,
    hint: () => 'Restore it from the repository.',
    way: 'addRelease',
  }),
} as const satisfies Record<string, Code<never>>;
