/** The id of the enum that a type names; undefined for any other type. */
export function enumOfType(type: string | undefined): string | undefined {
  return type?.startsWith('enum:') ? type.slice('enum:'.length) : undefined;
}
