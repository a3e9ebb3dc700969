/** The named entities that authors write; any other is shown as it is written. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', copy: '©', reg: '®', trade: '™' },
  ...{ hellip: '…', mdash: '—', ndash: '–', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', middot: '·' },
  ...{ bull: '•', times: '×', divide: '÷', plusmn: '±', deg: '°', sect: '§', para: '¶', micro: 'µ' },
  ...{ larr: '←', uarr: '↑', rarr: '→', darr: '↓', harr: '↔', rArr: '⇒', le: '≤', ge: '≥', ne: '≠' },
  ...{ asymp: '≈', infin: '∞', oplus: '⊕', laquo: '«', raquo: '»', frac12: '½', sup2: '²', pi: 'π' },
};

const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,31}));/g;

/** Text with the characters that its entities mean: &amp;copy; becomes ©. What means no character stays as it is. */
export const decodeEntities = (text: string): string =>
  text.replace(ENTITY, (all, decimal?: string, hex?: string, name?: string) =>
    name === undefined
      ? (characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) ?? all)
      : Object.hasOwn(NAMED, name)
        ? (NAMED[name] ?? all)
        : all,
  );

/** Control characters and halves of pairs are no text. */
function characterOf(code: number): string | undefined {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const character = String.fromCodePoint(code);
  return /[\p{Cc}\p{Cn}\p{Bidi_Control}]/u.test(character) ? undefined : character;
}
