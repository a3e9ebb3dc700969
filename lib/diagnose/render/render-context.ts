/** Where the things are that a diagnosis names. The addresses of a publication fit. */
export interface RenderAddresses {
  /** The page of a fact or of a step, by its path. */
  path(path: string): string | undefined;
  source(source: string): { readonly text: string; readonly url?: string };
}

/** What a rendered diagnosis says besides itself. */
export interface RenderContext {
  readonly addresses: RenderAddresses;
  /** How many calls the log has. */
  readonly calls: number;
  /** Which of two logs it is. */
  readonly log?: string | undefined;
}
