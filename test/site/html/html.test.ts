import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Html, type HtmlValue, html, joined, markupOf } from '../../../site/html/html.ts';

const printed = (value: HtmlValue): string => markupOf(html`${value}`);

const PAYLOADS = [
  '<script>alert(1)</script>',
  '</code></pre><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '&lt;script&gt;',
  '<!--<script>',
  ']]><b>',
  '${alert(1)}`',
  '\u2028<b>',
  '<\u0000b>',
];

describe('html', () => {
  it('escapes data between tags', () => {
    for (const payload of PAYLOADS) {
      const text = printed(payload);
      assert.doesNotMatch(text, /[<>"']/);
      assert.doesNotMatch(text.replace(/&(?:amp|lt|gt|quot|#39);/g, ''), /&/);
    }
    assert.equal(printed('a < b & "c" \'d\''), 'a &lt; b &amp; &quot;c&quot; &#39;d&#39;');
  });

  it('escapes data in attributes, so that no quote ends them', () => {
    for (const payload of PAYLOADS) {
      for (const one of [html`<i title=${payload}></i>`, html`<i title="a ${payload}"></i>`]) {
        const [, value = '', rest] = /^<i title="([^"]*)"(.*)$/s.exec(markupOf(one)) ?? [];
        assert.equal(rest, '></i>');
        const read = value.replace('a ', '').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
        assert.equal(read, payload);
      }
    }
  });

  it('prints markup, lists and numbers as is, and nothing for missing values', () => {
    const item = (text: string): Html => html`<li>${text}</li>`;
    assert.equal(
      markupOf(html`<ul>${['<', 'b'].map(item)}${undefined}${false}${0}</ul>`),
      '<ul><li>&lt;</li><li>b</li>0</ul>',
    );
    assert.equal(printed(joined([html`<b>a</b>`, '&', 3], ', ')), '<b>a</b>, &amp;, 3');
  });

  it('leaves out an attribute without a value', () => {
    const open = (value: string | number | boolean | undefined): string =>
      markupOf(html`<p id=${value}>a</p>`);
    assert.equal(open(undefined), '<p>a</p>');
    assert.equal(open(false), '<p>a</p>');
    assert.equal(open(true), '<p id>a</p>');
    assert.equal(open(''), '<p id="">a</p>');
    assert.equal(open(0), '<p id="0">a</p>');
  });

  it('leaves out addresses that could run code or leave the scheme of the page', () => {
    const link = (href: string): string => markupOf(html`<a href=${href}>a</a>`);
    for (const href of [
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:msgbox(1)',
      'file:///etc/passwd',
      'https:evil.example',
    ]) {
      assert.equal(link(href), '<a>a</a>', href);
    }
    for (const href of [
      '/a/',
      '#~b',
      '../c/?d=e:f',
      'sources/#@from',
      'https://example.org/',
      'http://localhost/',
      '',
    ]) {
      assert.equal(link(href), `<a href="${href}">a</a>`);
    }
    assert.equal(markupOf(html`<img src=${'javascript:1'} alt="">`), '<img alt="">');
  });

  it('prints no line break of a template, and every space inside a line', () => {
    assert.equal(
      markupOf(html`
        <p
          id="a"
          class="b c">
          One two ${'three'}
          <b>four</b> five
        </p>`),
      '<p id="a" class="b c">One two three<b>four</b> five</p>',
    );
    assert.equal(printed('a\n  b'), 'a\n  b');
  });

  it('refuses a template with data where it cannot be escaped', () => {
    const data = 'x';
    for (const [make, why] of [
      [() => html`<${data}>`, /opens no tag/],
      [() => html`</${data}>`, /opens no tag/],
      [() => html`<h${data}>`, /opens no tag/],
      [() => html`<p ${data}>`, /is no whole attribute/],
      [() => html`<p ${data}="a">`, /is no whole attribute/],
      [() => html`<p id=a${data}>`, /is no whole attribute/],
      [() => html`<p id=${data}b>`, /is no whole attribute/],
      [() => html`<p id='${data}'>`, /has a quote that opens no attribute/],
      [() => html`<p onclick=${data}>`, /is code in onclick/],
      [() => html`<p style="color: ${data}">`, /is code in style/],
      [() => html`<iframe srcdoc=${data}>`, /is code in srcdoc/],
      [() => html`<a href="https://example.org/${data}">`, /is only a part of an address/],
      [() => html`<script>${data}</script>`, /opens a tag with raw text/],
      [() => html`<style>${data}</style>`, /opens a tag with raw text/],
      [() => html`<!-- ${data} -->`, /opens no tag/],
      [() => html`a < ${data}`, /opens no tag/],
      [() => html`<p title="${data}`, /leaves a tag open/],
    ] as const) {
      assert.throws(make, why);
    }
  });

  it('accepts no forged object as markup', () => {
    for (const forged of [{ markup: '<b>' }, { toString: () => '<b>' }, Object.create(html`<i></i>`)]) {
      assert.throws(() => markupOf(forged as Html), TypeError);
      assert.doesNotMatch(printed(['a', forged as Html].slice(0, 1)), /<b>/);
    }
    assert.equal(printed({ toString: () => '<b>' } as unknown as string), '');
    assert.throws(() => html`<p id=${{ toString: () => '"' } as unknown as string}></p>`, TypeError);
  });
});
