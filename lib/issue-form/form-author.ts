import type { FileChange } from '../capture/draft/entry/draft-options.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import { newFileInSpec } from '../schema/file-in-spec.ts';
import { idFrom } from '../schema/id-from.ts';
import { skeleton } from '../schema/skeletons/skeleton.ts';

/** What GitHub accepts as a user name; the part behind an underscore names the user's enterprise. */
const LOGIN = /^(?=.{1,39}$)[A-Za-z0-9][A-Za-z0-9-]*(?:_[A-Za-z0-9]+)?$/;

export interface FormAuthor {
  /** The id of a contributor. */
  readonly id: string;
  /** The entry that makes the author a contributor; none for somebody who is one already. */
  readonly files: readonly FileChange[];
}

/** The contributor with this GitHub name, new or existing, or the reason why there is none. */
export function formAuthor(login: string, corpus: Corpus): FormAuthor | { readonly problem: string } {
  if (login.endsWith('[bot]')) {
    return {
      problem:
        'The issue was opened by a bot, but a capture must name the person who contributed it. Open the issue yourself.',
    };
  }
  const plain = idFrom(login);
  if (!LOGIN.test(login) || plain === undefined) {
    return {
      problem: 'The issue was not opened by an ordinary GitHub account. Open it from your own account.',
    };
  }
  const same = (other: string | undefined): boolean => other?.toLowerCase() === login.toLowerCase();
  const contributors = [...corpus.definitions.contributor.values()];
  const known = contributors.find(({ data }) => same(data.github));
  if (known !== undefined) return { id: known.id, files: [] };
  // Somebody else may have this id: a contributor's id need not be their name on GitHub.
  const ids = new Set(contributors.map(({ id }) => id.toLowerCase()));
  for (const id of corpus.broken.get('contributor') ?? []) ids.add(id.toLowerCase());
  let id = plain;
  for (let n = 1; ids.has(id); n += 1) id = n === 1 ? `github-${plain}` : `github-${plain}-${n}`;
  const after = skeleton('contributor', id, {
    version: corpus.spec.version,
    technique: '',
    person: { name: login, github: login },
  });
  return { id, files: [{ path: newFileInSpec('contributor', id), before: undefined, after }] };
}
