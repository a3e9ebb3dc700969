import { type ExecFileException, execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';

// A copy of the product with one kind more, made as docs/architecture.md says: a schema, an entry of the table, a page.

const PARTS = [
  'lib',
  'scripts',
  'site',
  'spec/schema',
  'public',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
  'CONTRIBUTING.md',
];

const shared = (name: string, description: string): object => ({
  $ref: `common.schema.json#/$defs/${name}`,
  description,
});

const SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'gadget.schema.json',
  title: 'Gadget',
  description: 'A device that speaks the protocol.',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'title', 'grade', 'summary', 'ports'],
  properties: {
    id: shared('id', 'The name of the file, without .yaml.'),
    title: shared('line', 'The name that readers see.'),
    grade: { type: 'string', enum: ['prototype', 'product'], description: 'How far it is.' },
    summary: shared('prose', 'What it does.'),
    ports: {
      type: 'array',
      maxItems: 9,
      items: { type: 'integer', minimum: 1, maximum: 65535, description: 'A port.' },
      description: 'The ports on which it listens.',
    },
    url: shared('url', 'Its home page.'),
    provenance: shared('provenance', 'Who took it apart.'),
    open_questions: shared('openQuestions', 'What is not known of it.'),
    references: shared('references', 'Things to read.'),
  },
};

const ENTRY = `  gadget: {
    schema: SCHEMAS.gadget,
    at: { folders: ['lamps', 'pumps'] },
    title: 'Gadgets',
    page: 'gadgets/',
    about: 'Every device that was taken apart.',
    holds: { one: 'A gadget with its ports' },
    columns: [
      { key: 'grade', title: 'Grade' },
      { key: 'summary', title: 'What it does' },
      { key: 'open_questions', title: 'Questions', label: 'Open questions' },
    ],
    feed: true,
  },
`;

const PAGE = `---
import Page from '../../layouts/Page.astro';
import { publication, site } from '../../publication.ts';

export function getStaticPaths() {
  return [...publication.corpus.definitions.gadget.keys()].map((id) => ({ params: { id } }));
}

const { id } = Astro.params;
const gadget = publication.corpus.definitions.gadget.get(id)?.data;
---

<Page {site} title={gadget?.title ?? id} description="A gadget." path={\`gadgets/\${id}/\`}>
  <h1>{gadget?.title}</h1>
  <p>Listens on {gadget?.ports.join(', ')}.</p>
</Page>
`;

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The product with the toy kind \`gadget\`, whose files are in two folders. */
export interface ToyProduct {
  readonly root: string;
  /** Runs a program of Node in it: one of its own files, or one of a package. */
  run(program: string, ...args: string[]): Promise<Ran>;
  /** Writes files into it. */
  write(files: Readonly<Record<string, string>>): Promise<void>;
  remove(): Promise<void>;
}

/** Makes the copy. What \`npm run generate\` prints is thrown away. */
export async function makeToyProduct(): Promise<ToyProduct> {
  const root = await mkdtemp(join(PROJECT_ROOT, '.test-site-'));
  for (const name of PARTS) await cp(join(PROJECT_ROOT, name), join(root, name), { recursive: true });
  await symlink(join(PROJECT_ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
  const product: ToyProduct = {
    root,
    run: (program, ...args) =>
      new Promise((resolve) => {
        const env = {
          ...process.env,
          NO_COLOR: '1',
          SITE_URL: 'https://gadgets.example',
          BASE_PATH: '/base/',
        };
        const done = (error: ExecFileException | null, stdout: string, stderr: string): void =>
          resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
        execFile(process.execPath, [join(root, program), ...args], { cwd: root, env }, done);
      }),
    async write(files) {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), text);
      }
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
  const table = join(root, 'lib/schema/kinds.ts');
  await product.write({
    'spec/schema/gadget.schema.json': JSON.stringify(SCHEMA, null, 2),
    'site/pages/gadgets/[id].astro': PAGE,
    'lib/schema/kinds.ts': (await readFile(table, 'utf8')).replace(
      '  glossary: {\n',
      `${ENTRY}  glossary: {\n`,
    ),
  });
  const { code, stderr } = await product.run('scripts/generate.ts');
  if (code !== 0) throw new Error(stderr);
  return product;
}
