/** The id of the heading of a phase, or of what else stanzas are grouped by, in the catalog. */
export const phaseAnchor = (id: string | undefined): string =>
  id === undefined ? '~others' : `~phase-${id}`;
