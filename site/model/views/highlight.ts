import { createHighlighterCore, type HighlighterCore, type ThemeRegistration } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import json from 'shiki/langs/json.mjs';
import xml from 'shiki/langs/xml.mjs';
import type { PieceRole } from './piece.ts';

/** A run of characters of one role, with its offset in the code. */
export interface Token {
  readonly text: string;
  readonly role: PieceRole;
  readonly offset: number;
}

// The colors of the theme stand for roles; the stylesheet gives each role a color in each color scheme.
const ROLE_OF_COLOR: Readonly<Record<string, PieceRole>> = {
  '#000001': 'tag',
  '#000002': 'name',
  '#000003': 'text',
  '#000004': 'dim',
};

const THEME: ThemeRegistration = {
  name: 'roles',
  type: 'light',
  fg: '#000000',
  bg: '#ffffff',
  settings: [
    { scope: ['entity.name.tag', 'punctuation.definition.tag'], settings: { foreground: '#000001' } },
    {
      scope: ['entity.other.attribute-name', 'support.type.property-name'],
      settings: { foreground: '#000002' },
    },
    {
      scope: ['string', 'constant', 'punctuation.definition.string'],
      settings: { foreground: '#000003' },
    },
    {
      scope: ['string.json support.type.property-name', 'support.type.property-name.json punctuation'],
      settings: { foreground: '#000002' },
    },
    { scope: ['comment'], settings: { foreground: '#000004' } },
  ],
};

// There is no time limit: a busy machine would leave the rest of a line without colors, so that two builds of one
// commit would differ. The length of a line limits the work instead.
const LIMITS = { tokenizeTimeLimit: 0, tokenizeMaxLineLength: 20_000 };

// All pages of a build share one highlighter: creating it takes longer than all examples together.
let shared: Promise<HighlighterCore> | undefined;

/** Splits code into highlighted lines. Hex is not highlighted. */
export async function highlight(code: string, format: 'xml' | 'json' | 'hex'): Promise<Token[][]> {
  if (format === 'hex') {
    let offset = 0;
    return code.split('\n').map((text) => {
      const token: Token = { text, role: 'plain', offset };
      offset += text.length + 1;
      return [token];
    });
  }
  shared ??= createHighlighterCore({
    themes: [THEME],
    langs: [xml, json],
    engine: createJavaScriptRegexEngine(),
  });
  const { tokens } = (await shared).codeToTokens(code, { lang: format, theme: 'roles', ...LIMITS });
  return tokens.map((line) =>
    line.map(({ content, offset, color }) => ({
      text: content,
      role: ROLE_OF_COLOR[color?.toLowerCase() ?? ''] ?? 'plain',
      offset,
    })),
  );
}
