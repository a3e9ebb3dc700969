import type { Dispute } from '../../schema/types.generated.ts';

/** How many disputes of these facts or steps are open. */
export function openDisputes(sites: readonly { readonly disputes?: readonly Dispute[] }[]): number {
  return sites.reduce(
    (n, { disputes = [] }) => n + disputes.filter(({ status }) => status !== 'resolved').length,
    0,
  );
}
