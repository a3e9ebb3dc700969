/** The function that a payload calls when it runs; the test defines it in the page. */
export const MARKER = '__ran';

const RUN = `${MARKER}()`;

/** Handlers that fire by themselves, or nearly so. */
const HANDLERS = [
  ...[
    'onload',
    'onerror',
    'onclick',
    'onmouseover',
    'onfocus',
    'onblur',
    'ontoggle',
    'onanimationstart',
    'onbegin',
  ],
  ...[
    'onpointerenter',
    'onscroll',
    'onhashchange',
    'onpageshow',
    'onmessage',
    'oncut',
    'onpaste',
    'onwheel',
    'oninput',
  ],
  ...[
    'onchange',
    'onsubmit',
    'onreset',
    'oncanplay',
    'ontransitionend',
    'onbeforetoggle',
    'onbeforematch',
    'oncontentvisibilityautostatechange',
  ],
];

const ELEMENTS = [
  ...HANDLERS.map((handler) => `<img src=x ${handler}=${RUN}>`),
  ...HANDLERS.map((handler) => `"><b tabindex=0 autofocus ${handler}="${RUN}">`),
  ...HANDLERS.map((handler) => `' ${handler}='${RUN}' x='`),
  ...HANDLERS.map((handler) => `" ${handler}="${RUN}" x="`),
  ...[
    'svg',
    'body',
    'details open',
    'video',
    'audio',
    'iframe',
    'object data=x',
    'embed src=x',
    'marquee',
    'input autofocus',
    'math',
  ].flatMap((tag) => [
    `<${tag} onload=${RUN} onerror=${RUN} ontoggle=${RUN} onstart=${RUN} onfocus=${RUN}>`,
    `<${tag.toUpperCase()}/onload=${RUN}>`,
  ]),
];

const SCRIPTS = [
  `<script>${RUN}</script>`,
  `<SCRIPT>${RUN}</SCRIPT>`,
  `<script src=data:,${RUN}></script>`,
  `<script type=module>${RUN}</script>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `</script><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `</code></pre><script>${RUN}</script>`,
  `</td></tr></table><script>${RUN}</script>`,
  `</a></p></main><script>${RUN}</script>`,
  `--><script>${RUN}</script><!--`,
  `]]><script>${RUN}</script>`,
  `<![CDATA[<script>${RUN}</script>]]>`,
  `<!--><script>${RUN}</script>-->`,
  `<noscript><p title="</noscript><script>${RUN}</script>">`,
  `<template><script>${RUN}</script></template>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><script href=data:,${RUN} />`,
  `<svg><style><img src=x onerror=${RUN}></style>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y=9>x</text></a></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><set attributeName=href to=javascript:${RUN} onbegin=${RUN}>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.${RUN}</script>"></iframe></foreignObject></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>${RUN}</script></svg>#x">`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>">`,
  `<iframe src="javascript:parent.${RUN}">`,
  `<object data="javascript:${RUN}">`,
  `<embed src="javascript:${RUN}">`,
  `<form action="javascript:${RUN}"><button>x</button></form>`,
  `<button formaction="javascript:${RUN}">x</button>`,
  `<base href="javascript:${RUN}//">`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline'">`,
  `<link rel=stylesheet href="data:text/css,*{color:red}">`,
  `<link rel=import href="data:text/html,<script>${RUN}</script>">`,
  `<a href="javascript:${RUN}">x</a>`,
  `<a href="java&#10;script:${RUN}">x</a>`,
  `<a href="&#106;avascript:${RUN}">x</a>`,
  `<area href="javascript:${RUN}">`,
  `<site-search data-folder="//e.example/"></site-search>`,
  `<report-form data-repository="javascript:${RUN}"></report-form>`,
  `<slot name=x onslotchange=${RUN}>`,
  `<dialog open oncancel=${RUN}>`,
];

const SPELLINGS = [
  'javascript:',
  'JavaScript:',
  ' javascript:',
  'java\tscript:',
  'javascript&colon;',
  'vbscript:',
  'feed:javascript:',
  'view-source:javascript:',
];
const URLS = [
  ...SPELLINGS.map((scheme) => `${scheme}${RUN}`),
  ...SPELLINGS.map((scheme) => `[x](${scheme}${RUN})`),
  ...SPELLINGS.map((scheme) => `[x]( <${scheme}${RUN}> "t")`),
  ...SPELLINGS.map((scheme) => `![x](${scheme}${RUN})`),
  ...[
    'data:text/html,',
    'data:text/html;base64,',
    'data:image/svg+xml,',
    'data:,',
    'blob:null/',
    'filesystem:x',
    'about:blank#',
    'file:///etc/passwd',
  ].flatMap((scheme) => [`${scheme}<script>${RUN}</script>`, `[x](${scheme}<script>${RUN}</script>)`]),
  `[x](https://e.example/"onmouseover="${RUN})`,
  `[x](https://e.example/'onmouseover='${RUN})`,
  `[x](https://e.example/ "t" onclick="${RUN}")`,
  `[<img src=x onerror=${RUN}>](https://e.example/)`,
  `[x](https://me:secret@e.example/)`,
  `[x](//e.example/)`,
  `[x](\\\\e.example)`,
  `[x][y]\n\n[y]: javascript:${RUN}`,
  `<javascript:${RUN}>`,
  `https://e.example/"><script>${RUN}</script>`,
  `https://e.example/' onclick='${RUN}`,
  `https://e.example/#"><img src=x onerror=${RUN}>`,
  `https://e.example/?a=\`\${${RUN}}\``,
  `https://javascript:${RUN}@e.example/`,
  `https:javascript:${RUN}`,
  `https://e.example/\u00a0javascript:${RUN}`,
];

const BREAKERS = [
  ...[
    `\${${RUN}}`,
    `\`\${${RUN}}\``,
    `{{${RUN}}}`,
    `{{constructor.constructor('${RUN}')()}}`,
    `{${RUN}}`,
    `<%= ${RUN} %>`,
    `#{${RUN}}`,
    `{% ${RUN} %}`,
  ],
  ...[
    `';${RUN};//`,
    `";${RUN};//`,
    `\\';${RUN};//`,
    `\\";${RUN};//`,
    `*/${RUN}/*`,
    `\n${RUN}\n`,
    `)];${RUN};([`,
    `"}];${RUN};[{"`,
  ],
  ...[
    '`',
    '``',
    '```',
    '`x',
    '**',
    '*x**',
    '[',
    '](',
    '[x](',
    '[x]()',
    '|',
    '\\|',
    '| a | b |\n|---|---|',
    '# x',
    '> x',
    '- x',
    '1. x',
    '---',
    '***',
  ],
  ...[
    '&lt;script&gt;',
    '&amp;lt;',
    '&#60;script&#62;',
    '&#x3c;img src=x&#x3e;',
    '%3Cscript%3E',
    '\\u003cscript\\u003e',
    '\\x3cscript\\x3e',
    '+ADw-script+AD4-',
  ],
  ...[
    `style="background:url(javascript:${RUN})"`,
    `"style="animation:x" onanimationstart="${RUN}`,
    `</style>`,
    `@import 'data:text/css,*{}';`,
    `expression(${RUN})`,
    `}*{color:red}`,
    `url(javascript:${RUN})`,
    '--x:url(//e.example)',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '__defineGetter__',
    '__proto__[x]',
    'constructor.prototype',
    '{"__proto__":{"x":1}}',
  ],
  ...[
    '<',
    '>',
    '"',
    "'",
    '&',
    '<>',
    '</',
    '/>',
    '<!',
    '<?',
    '<!doctype html>',
    '<!--',
    '-->',
    '<a',
    '<a href',
    `<a href="`,
    '<p title="',
    "<p title='",
    '<x-y>',
    '<\\/script>',
  ],
  ...[
    '../../etc/passwd',
    '..%2f..%2f',
    '\\..\\..\\',
    '%00',
    '%0a%0dSet-Cookie:x',
    '::error::x',
    '##[error]x',
    '=HYPERLINK("//e.example")',
    '$(touch x)',
    ';touch x',
    '$&',
    "$'",
    '$1',
  ],
  ...[
    '😀',
    '👨‍👩‍👧',
    'é\u0301\u0301\u0301',
    '\u200b\u200d',
    'ＪＡＶＡＳＣＲＩＰＴ：',
    '＜script＞',
    'ſcript',
    'K',
    'İ',
    '\u00ad',
    '\u00a0',
    '﷽',
    'x'.repeat(200),
  ],
];

/** Text that the validator refuses in definitions; only what a reader types or pastes can hold it. */
export const REFUSED_PAYLOADS: readonly string[] = [
  ...[
    '\0',
    '\u0007',
    '\u0008',
    '\u001b[31m',
    '\u001b]8;;javascript:x\u0007',
    '\u007f',
    '\u0085',
    '\u009b31m',
  ],
  ...['\u202e', '\u202d', '\u2066', '\u2067', '\u2068', '\u200f', '\u061c', '\u2028', '\u2029', '\ufeff'],
].map((character) => `a${character}<img src=x onerror=${RUN}>`);

/** Markup, scripts, handlers, addresses, and text that breaks out of attributes, templates and code, each once. */
export const PAYLOADS: readonly string[] = [...new Set([...SCRIPTS, ...URLS, ...ELEMENTS, ...BREAKERS])];

/** Names that mean something to JavaScript objects, documents and hosts; each is a valid id, tag and attribute name. */
export const HOSTILE_NAMES: readonly string[] = [
  ...[
    'constructor',
    'toString',
    'valueOf',
    'hasOwnProperty',
    'isPrototypeOf',
    'prototype',
    'then',
    'length',
    'name',
    'default',
  ],
  ...[
    'script',
    'iframe',
    'svg',
    'style',
    'onload',
    'onclick',
    'onerror',
    'href',
    'src',
    'srcdoc',
    'formaction',
    'action',
    'is',
    'slot',
  ],
  ...[
    'javascript',
    'data',
    'index',

    '404',
    'CON',
    'aux',
    'nul',
    'com1',
    'robots.txt',
    'a..b',
    'a.json',
    'a.md',
    'x.js',
  ],
  ...[
    'innerHTML',
    'document',
    'window',
    'self',
    'top',
    'location',
    'cookie',
    'eval',
    'base',
    'form',
    'object',
    'embed',
    'template',
    'body',
  ],
];

const words = (text: string): string[] => text.trim().split(/\s+/);

/**
 * More such names, so that each type of name meets hundreds: elements, handlers, members of objects, and keywords. No two
 * differ in case alone.
 */
export const NAMES: readonly string[] = [
  ...new Map(
    [
      ...HOSTILE_NAMES,
      ...HANDLERS,
      ...words(`
        a abbr address area article aside audio b bdi bdo blockquote br button canvas caption center cite code col
        colgroup datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer frame
        frameset h1 h2 head header hgroup hr html i image img input ins kbd label legend li link listing main map mark
        marquee math menu meta meter nav nobr noembed noframes noscript ol optgroup option output p param picture
        plaintext portal pre progress q rp rt ruby s samp search section select small source span strike strong sub
        summary sup table tbody td textarea tfoot th thead time title tr track tt u ul var video wbr xmp foreignObject
        animate set use mglyph mtext annotation-xml desc x-y site-search report-form workbench-app`),
      ...words(`
        __proto__ __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ propertyIsEnumerable
        toLocaleString toJSON apply bind call caller arguments callee at concat entries every fill filter find forEach
        has includes indexOf join keys pop push reduce reverse shift slice some sort splice unshift values size get
        clear delete add next return throw catch finally resolve reject message stack cause`),
      ...words(`
        await break case class const continue debugger do else enum export extends false for function if implements
        import in instanceof interface let new null package private protected public static super switch this true
        try typeof void while with yield undefined NaN Infinity async of require module exports process globalThis`),
      ...words(`
        accept accesskey archive autofocus background charset codebase content contenteditable csp download
        dropzone encoding enctype hidden http-equiv http-equiv.refresh id inputmode integrity itemid itemprop lang
        longdesc manifest media method nonce novalidate part ping popover poster profile referrerpolicy rel rev role
        sandbox scope shadowroot shadowrootmode srclang srcset tabindex target type usemap value xlink.href xmlns
        xml.base dynsrc lowsrc classid attributeName from to by begin`),
      ...words(`
        prn con.txt com2 lpt1 desktop.ini thumbs.db web.config htaccess favicon.ico sitemap.xml index.htm index.md
        404.html spec.json feed.xml llms.txt card.png a.html a.css a.svg a.php a.b.c 0 00 1e9 0x1 01 -0 1 7 9`),
    ]
      .filter((name) => /^[A-Za-z0-9_]/.test(name))
      .reverse()
      .map((name) => [name.toLowerCase(), name]),
  ).values(),
].reverse();
