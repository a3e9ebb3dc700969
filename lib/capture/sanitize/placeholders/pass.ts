/**
 * The two passes of the sanitizer over one kind of value. `collect` sees every value first, so that placeholders that
 * are already in the input stay free for whatever has them; `assign` then gives each value its placeholder.
 */
export interface Pass<Rewrite> {
  readonly collect: Rewrite;
  readonly assign: Rewrite;
}
