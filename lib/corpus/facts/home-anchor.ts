import { KINDS } from '../../schema/kinds.ts';
import type { Fact } from '../model/fact.ts';

/** The anchor of a fact on the page of the definition that holds it. */
export const homeAnchor = ({ path, anchor, ownerKind }: Fact): string =>
  KINDS[ownerKind].facts === ':' ? path.slice(path.indexOf(':') + 1) : anchor;
