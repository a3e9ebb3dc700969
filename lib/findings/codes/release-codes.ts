import { type Code, code } from '../parts/code.ts';

/** Frozen releases. */
export const RELEASE_CODES = {
  'release/missing': code<{ version: string }>({
    level: 'error',
    title: 'Frozen release is missing',
    why: 'The pages of old versions, the list of changes and retired paths are generated from the bundles in `releases/`. Without a bundle, its addresses stop working.',
    message: ({ version }) =>
      `digests.json lists ${version}, but releases/${version}.json is missing or cannot be read.`,
    hint: () => 'Restore it from the repository; frozen releases are kept forever.',
  }),
  'release/changed': code<{ version: string }>({
    level: 'error',
    title: 'Frozen release was changed',
    why: 'Releases are cited and compared, so a release never changes.',
    message: ({ version }) => `${version} was changed: its SHA-256 differs from the one in digests.json.`,
    hint: () => 'Restore it from the repository. Changes belong in the next release.',
  }),
  'release/unlisted': code<{ version: string }>({
    level: 'error',
    title: 'Release is not listed',
    why: 'Without its digest, a change to a bundle or its loss would go unnoticed.',
    message: ({ version }) => `digests.json does not list ${version}.`,
    hint: () => 'Delete the file if no release wrote it.',
    way: 'freezeRelease',
  }),
  'release/digests': code<{ reason: string }>({
    level: 'error',
    title: 'Digests of the releases cannot be read',
    why: 'Frozen releases are compared with `releases/digests.json`; without it, changes to them would go unnoticed.',
    message: ({ reason }) => `This is not a list of digests by version: ${reason}.`,
    hint: () => 'Restore it from the repository.',
    way: 'addRelease',
  }),
} as const satisfies Record<string, Code<never>>;
