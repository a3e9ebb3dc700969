import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { match } from '../../../../lib/capture/match/match.ts';
import { sanitize } from '../../../../lib/capture/sanitize/sanitize.ts';
import { shareValues } from '../../../../lib/capture/share/share-values.ts';
import { unlistedValues } from '../../../../lib/capture/share/unlisted-values.ts';
import { valueWithheldReason } from '../../../../lib/capture/share/value-withheld-reason.ts';
import { printXml } from '../../../../lib/capture/tree/print-xml.ts';
import { overlayFiles } from '../../../../lib/corpus/ports/overlay-files.ts';
import { captureRules } from '../../../../lib/rules/capture-rules.ts';
import { RULES } from '../../../../lib/rules/index.ts';
import { validateSpec } from '../../../../lib/rules/validate-spec.ts';
import { draftStanzas } from '../draft-stanzas.ts';
import { node, SPEC, SPEC_FILES, stanzaOf } from '../nodes.ts';

const call = (reason: string) =>
  stanzaOf(
    node('call', { from: '4915112345678@lid', id: 'x', t: '1767323096' }, [
      node('terminate', { 'call-id': 'abc', 'call-creator': '4915112345678:3@lid', reason }),
    ]),
  );

describe('a value that its enum does not list', () => {
  it('is replaced, unless it is shared', () => {
    const stanza = call('zebra');
    assert.deepEqual(
      unlistedValues(stanza.root, SPEC).map(({ path, where }) => [path, where]),
      [['terminate-reasons=zebra', ['terminate@reason']]],
    );
    const textOf = (corpus: typeof SPEC): string =>
      printXml(sanitize([stanza], corpus).stanzas[0]?.root ?? stanza.root);
    assert.match(textOf(SPEC), / reason="VALUE-0001-synthetic"/);
    const shared = shareValues(SPEC, ['terminate-reasons=zebra']);
    assert.match(textOf(shared), / reason="zebra"/);
    assert.doesNotMatch(textOf(shared), /4915112345678|abc/);
    const { verdicts } = match(stanza, shared);
    assert.equal(verdicts.find(({ path }) => path === 'terminate-reasons=zebra')?.verdict, 'supports');
    assert.deepEqual(unlistedValues(stanza.root, shared), []);
    // The spec itself is as it was.
    assert.equal(SPEC.factByPath.has('terminate-reasons=zebra'), false);
  });

  it('is replaced anyway if it looks personal', () => {
    for (const value of [
      '4915112345678',
      '+4915112345678',
      'x-4915112345678',
      '4915112@s.whatsapp.net',
      'ana@example.org',
      '10.11.12.13',
      '[2001:470::1]:443',
      'deadbeefdeadbeefdeadbeef',
      'cafe00babe',
      '52.5200066',
      'QUJDREVGR0hJSktMTU5PUFFSU1RV0',
    ]) {
      assert.notEqual(valueWithheldReason(value), undefined, value);
      assert.ok(!valueWithheldReason(value)?.includes(value), value);
      const path = `terminate-reasons=${value}`;
      assert.equal(shareValues(SPEC, [path]), SPEC, value);
      const [clean] = sanitize([call(value)], shareValues(SPEC, [path])).stanzas;
      assert.ok(clean !== undefined && !printXml(clean.root).includes(value), value);
    }
    for (const path of ['nothing=zebra', 'terminate-reasons', 'terminate-reasons=', '=x']) {
      assert.equal(shareValues(SPEC, [path]), SPEC, path);
    }
  });

  it('may be any that an enum of this spec has', () => {
    const values = SPEC.facts.filter(({ kind }) => kind === 'value').map(({ name }) => name);
    assert.ok(values.length > 100);
    const held = values.filter((value) => valueWithheldReason(value) !== undefined);
    // Many digits may be a phone number, whatever separates them.
    assert.deepEqual(
      held.filter((value) => value.replace(/\D/g, '').length < 5),
      [],
    );
  });

  it('gets an entry, so that the capture is valid', () => {
    const { files, captures } = draftStanzas([call('zebra')], SPEC, SPEC_FILES, {
      technique: 'websocket-capture',
      kind: 'captured',
      keepValues: ['terminate-reasons=zebra'],
    });
    assert.deepEqual(captures[0]?.added, ['terminate-reasons=zebra']);
    assert.deepEqual(captures[0]?.disputes, []);
    const after = overlayFiles(SPEC_FILES, new Map(files.map((one) => [one.path, one.after])));
    const { findings } = validateSpec(after, [...RULES, ...captureRules()]);
    assert.deepEqual(
      findings
        .filter(({ code, path = '' }) => code !== 'capture/unreadable' && path.includes('zebra'))
        .map(({ code, path }) => `${code} ${path}`),
      // What the value means is to be filled in.
      ['text/placeholder terminate-reasons=zebra'],
    );
  });
});
