/** An address or a path without the slashes at its end. */
export const withoutSlash = (address: string): string => address.replace(/\/+$/, '');
