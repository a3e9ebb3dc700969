import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Bundle } from '../../../../lib/diff/bundle/bundle.ts';
import { comparisonOf } from '../../../../lib/diff/changes/comparison.ts';
import { renderDiffJson } from '../../../../lib/diff/changes/render-diff-json.ts';
import { renderDiffMarkdown } from '../../../../lib/diff/changes/render-diff-markdown.ts';
import { renderDiffPretty } from '../../../../lib/diff/changes/render-diff-pretty.ts';
import { stanza } from '../../../cases/texts.ts';
import { bundle, X } from './bundle.ts';

describe('what is printed', () => {
  const HOSTILE = '::error::<img src=x>|`rm`\u001b[31m ##[group]\u202e';
  const evil: Bundle = {
    ...bundle({ [X]: stanza() }),
    facts: [
      {
        path: `colors=${HOSTILE}`,
        kind: 'value',
        confidence: 'probable',
        description: 'x',
        disputes: [{ claim: `${HOSTILE}\n::error::`, status: 'open' }],
      },
    ],
  };
  const clean: Bundle = { ...evil, facts: evil.facts.map(({ disputes: _, ...fact }) => fact) };
  for (const comparison of [
    comparisonOf({ name: HOSTILE, bundle: clean }, { name: 'b', bundle: evil }),
    comparisonOf({ name: 'a', bundle: evil }, { name: HOSTILE, bundle: { ...evil, facts: [] } }),
  ]) {
    it('shows hostile text without effect', () => {
      const outputs = [
        renderDiffPretty(comparison),
        renderDiffJson(comparison),
        renderDiffMarkdown(comparison),
      ];
      for (const text of outputs) {
        assert.doesNotMatch(text, /[\u0000-\u0008\u000b-\u001f]/u);
        assert.doesNotMatch(text, /^\s*::/m);
        assert.ok(!text.includes('##['));
      }
      // Outside of code nothing is a tag.
      const markdown = (outputs[2] ?? '').replace(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, '');
      assert.doesNotMatch(markdown, /<img/);
    });
  }
});
