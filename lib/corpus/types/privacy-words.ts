import type { Privacy } from '../../schema/types.generated.ts';

const WORDS: Readonly<Record<Privacy, string>> = {
  public: 'A value says nothing of anybody, and a capture shows it unless it looks personal.',
  id: 'A value is an id of a call, a message or the like, and a capture shows a placeholder.',
  account: 'A value names somebody, and a capture shows a placeholder.',
  device: 'A value names a device of somebody, and a capture shows a placeholder.',
  address:
    'A value is a network address of somebody, and a capture shows one of the ranges for documentation.',
  secret: 'A value is a key or a token, and a capture never shows it.',
  time: 'A value is a time, and a capture shows another one, in the same order.',
  text: 'A value may be anything that people or programs write, and a capture shows a placeholder.',
};

/** What a class of privacy means for the values of captures, as a sentence. */
export const privacyWords = (privacy: Privacy): string => WORDS[privacy];
