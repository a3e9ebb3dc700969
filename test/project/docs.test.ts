import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, it } from 'node:test';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';

const ROOMS = ['lib', 'site', 'scripts', 'spec', 'test', 'bench', 'docs'];
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...ROOMS.map((room) => `${room}/README.md`),
  ...readdirSync(join(PROJECT_ROOT, 'docs'))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => `docs/${name}`),
];

// No test of the code reads spec/ (see test/helpers/live-spec-guard.mjs).
const textOf = (document: string): string =>
  document.startsWith('spec/') ? '' : readFileSync(join(PROJECT_ROOT, document), 'utf8');

/** A text in Markdown without its fenced code. */
const proseOf = (document: string): string => textOf(document).replace(/^```[\s\S]*?^```$/gm, '');

/** The anchors that GitHub gives to the headings of a document. */
const anchorsOf = (document: string): string[] =>
  [...proseOf(document).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

const { scripts } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

describe('the documents', () => {
  it('are in every top-level folder', () => {
    assert.deepEqual(
      DOCUMENTS.filter((document) => !existsSync(join(PROJECT_ROOT, document))),
      [],
    );
  });

  it('link to existing files and headings', () => {
    const wrong = DOCUMENTS.flatMap((document) =>
      [...proseOf(document).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)]
        .filter(([, path = '', anchor]) => {
          const target =
            path === '' ? document : normalize(join(dirname(document), path)).replaceAll('\\', '/');
          if (!existsSync(join(PROJECT_ROOT, target))) return true;
          return anchor !== undefined && !anchorsOf(target).includes(anchor);
        })
        .map(([link]) => `${document}: ${link}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('name existing files and folders', () => {
    const wrong = ['README.md', 'docs/architecture.md', 'docs/development.md'].flatMap((document) =>
      [...proseOf(document).matchAll(/`((?:lib|site|scripts|test|bench|docs|\.github)\/[^`\s]*)`/g)]
        .map(([, path = '']) => path)
        .filter((path) => !existsSync(join(PROJECT_ROOT, path)))
        .map((path) => `${document}: ${path}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('name existing commands', () => {
    const wrong = DOCUMENTS.flatMap((document) =>
      [...textOf(document).matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !(name in scripts))
        .map((name) => `${document}: npm run ${name}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('start with a README of one screen', () => {
    assert.ok(textOf('README.md').trimEnd().split('\n').length <= 45);
  });
});
