import { isPageKind, KINDS, type Kind, type PageKind } from './kinds.ts';

/**
 * The path of a definition's file inside its spec, such as `stanzas/call-offer.yaml`.
 * @param definition its kind, and its file as findings name it: with the folder of the spec in front
 */
export function fileInSpec({
  kind,
  source,
}: {
  readonly kind: Kind;
  readonly source: { readonly file: string };
}): string {
  const steps = source.file.split('/');
  const name = steps.at(-1) ?? '';
  const folders = foldersOf(kind);
  const own = steps.at(-2);
  // A spec may name the folders itself.
  const named = isPageKind(kind) && KINDS[kind].foldersFrom !== undefined ? own : undefined;
  const folder = named ?? folders.find((one) => one === own) ?? folders[0] ?? '';
  return folder === '' ? name : `${folder}/${name}`;
}

/**
 * The path of the file that a new definition gets.
 * @param folder which of the folders of its kind
 */
export const newFileInSpec = (
  kind: PageKind,
  id: string,
  folder: string = KINDS[kind].at.folders[0],
): string => `${folder}/${id}.yaml`;

/** The folders that hold the files of a kind; that of the spec itself for a kind of one file. */
export function foldersOf(kind: Kind): readonly string[] {
  const { at } = KINDS[kind];
  return 'folders' in at ? at.folders : [''];
}
