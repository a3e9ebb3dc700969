import type { Coverage, CoverageRow } from './coverage.ts';

/** The groups in which coverage is shown, in their order, with their headings. */
export function sectionsOf(
  coverage: Coverage,
): readonly { readonly title: string; readonly rows: readonly CoverageRow[] }[] {
  return [
    { title: 'By kind', rows: coverage.byKind },
    { title: 'By category', rows: coverage.byCategory },
    { title: 'By channel', rows: coverage.byChannel },
    { title: 'By technique', rows: coverage.byTechnique },
    { title: 'By flavor', rows: coverage.byFlavor },
    { title: 'By stanza', rows: coverage.byStanza },
    { title: 'By enum', rows: coverage.byEnum },
  ].filter(({ rows }) => rows.length > 0);
}

/** Such as `31 of 52 known payload tags are described`. */
export function surfaceWords({ surface }: Coverage): string {
  const { described, known } = surface;
  return `${described.length} of ${known} known payload tag${known === 1 ? ' is' : 's are'} described`;
}
