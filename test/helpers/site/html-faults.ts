import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // The id of a fact is its path, such as end@reason. HTML forbids only blanks in it.
    'valid-id': ['error', { relaxed: true }],
    // Ours are the only files that a page may load, and the policy says so.
    'require-sri': ['error', { target: 'crossorigin' }],
    // The navigation comes before the heading of the page, with its own headings.
    'heading-level': ['error', { minInitialRank: 'h2' }],
    // A title is as long as the name that the corpus gives.
    'long-title': 'off',
    // A filter and a form that makes a link act on every change; there is nothing to send.
    'wcag/h32': 'off',
  },
});

/** What the standard, or html-validate, finds wrong with a page: a line for each. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}
