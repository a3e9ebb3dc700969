/** Names that Windows reserves for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?: *\.|$)/i;

/**
 * Why Windows cannot store a file or a folder with a name, so that the repository cannot be checked out there.
 * @returns words to follow a colon; undefined for a name that every system can store
 */
export function windowsNameProblem(name: string): string | undefined {
  const device = DEVICE.exec(name.trimEnd())?.[0].replace(/ *\.$/, '');
  if (device !== undefined) return `it reserves ${device} for a device`;
  if (/[. ]$/.test(name)) return 'it removes a dot or a space at the end of a name';
  const character = /[<>:"|?*\\\p{Cc}]/u.exec(name)?.[0];
  if (character === undefined) return undefined;
  return /\p{Cc}/u.test(character)
    ? 'a name cannot contain a control character'
    : `a name cannot contain ${character}`;
}
