/** A network address, read from text or bytes. */
export interface Address {
  /** 4 or 16 bytes. */
  readonly bytes: Uint8Array;
  readonly port: number | undefined;
  /** Whether an IPv6 address was in brackets. */
  readonly bracketed: boolean;
}

/** Reads `192.0.2.1`, `192.0.2.1:3478`, `2001:db8::1` or `[2001:db8::1]:3478`; undefined for anything else. */
export function readAddress(text: string): Address | undefined {
  const v4 = /^(\d{1,3}(?:\.\d{1,3}){3})(?::(\d{1,5}))?$/.exec(text);
  if (v4 !== null) {
    const bytes = (v4[1] ?? '').split('.').map(Number);
    const port = v4[2] === undefined ? undefined : Number(v4[2]);
    return bytes.some((byte) => byte > 255) || (port ?? 0) > 65535
      ? undefined
      : { bytes: Uint8Array.from(bytes), port, bracketed: false };
  }
  const v6 = /^(\[)?([0-9A-Fa-f:.]{2,45})(?:%[\w.]{1,20})?(?:\](?::(\d{1,5}))?)?$/.exec(text);
  if (v6 === null || (v6[1] === undefined) === text.includes(']')) return undefined;
  const bytes = groupsOf(v6[2] ?? '');
  const port = v6[3] === undefined ? undefined : Number(v6[3]);
  if (bytes === undefined || (port ?? 0) > 65535) return undefined;
  return { bytes, port, bracketed: v6[1] !== undefined };
}

function groupsOf(text: string): Uint8Array | undefined {
  const mapped = /^(.*:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text);
  const tail = mapped === null ? undefined : readAddress(mapped[2] ?? '')?.bytes;
  if (text.includes('.') && tail === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = tail ?? [];
  const hex = (high: number, low: number): string => ((high << 8) | low).toString(16);
  const whole = mapped === null ? text : `${mapped[1]}${hex(a, b)}:${hex(c, d)}`;
  const halves = whole.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const gap = halves.length === 2 ? 8 - head.length - rest.length : 0;
  const groups = [...head, ...Array.from({ length: Math.max(0, gap) }, () => '0'), ...rest];
  if (groups.length !== 8 || (halves.length === 2 && gap < 1)) return undefined;
  if (!groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined;
  return Uint8Array.from(
    groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]),
  );
}

/** Reads the binary form: 4 or 16 bytes of address, 2 bytes of port. */
export function addressFromBytes(bytes: Uint8Array): Address | undefined {
  if (bytes.length !== 6 && bytes.length !== 18) return undefined;
  const port = ((bytes.at(-2) ?? 0) << 8) | (bytes.at(-1) ?? 0);
  return { bytes: bytes.slice(0, -2), port, bracketed: false };
}

/** The binary form of an address: what {@link addressFromBytes} reads. */
export function addressToBytes({ bytes, port = 0 }: Address): Uint8Array {
  return Uint8Array.from([...bytes, port >> 8, port & 255]);
}

/** The text of an address. Of IPv6, only the documentation range and `::` are abbreviated. */
export function writeAddress({ bytes, port, bracketed }: Address): string {
  if (bytes.length === 4) return `${bytes.join('.')}${port === undefined ? '' : `:${port}`}`;
  const groups = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0));
  const last = groups[7] ?? 0;
  const text = groups.every((group) => group === 0)
    ? '::'
    : groups.slice(2, 7).every((group) => group === 0)
      ? `${groups
          .slice(0, 2)
          .map((group) => group.toString(16))
          .join(':')}::${last === 0 ? '' : last.toString(16)}`
      : groups.map((group) => group.toString(16)).join(':');
  return bracketed ? `[${text}]${port === undefined ? '' : `:${port}`}` : text;
}
