import type { Fact } from '../model/fact.ts';

/** The anchor of a fact on the page of the definition that holds it. */
export const homeAnchor = ({ path, anchor, ownerKind }: Fact): string =>
  ownerKind === 'enum' || ownerKind === 'flow' ? anchor : path.slice(path.indexOf(':') + 1);
