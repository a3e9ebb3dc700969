/** A share in whole percent, such as `63 %`. Only exact values are shown as 0 or 100 %; a dash if there is no share. */
export function percent(share: number | undefined): string {
  if (share === undefined) return '-';
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return '1 %';
  if (rounded === 100 && share < 1) return '99 %';
  return `${rounded} %`;
}
