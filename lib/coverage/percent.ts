/**
 * A share as whole percent, such as `63 %`. Only what is whole is called 0 or 100 %; a dash where there is
 * nothing to share.
 */
export function percent(share: number | undefined): string {
  if (share === undefined) return '-';
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return '1 %';
  if (rounded === 100 && share < 1) return '99 %';
  return `${rounded} %`;
}
