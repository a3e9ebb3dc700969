import type { HtmlValue } from '../../html/html.ts';

/** The page that lists the definitions of a kind. */
export interface DefinitionList {
  readonly title: string;
  readonly description: string;
  /** The text above the table. */
  readonly intro: HtmlValue;
  /** undefined where there is nothing to list. */
  readonly table: HtmlValue | undefined;
}
