import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { sources } from '../../../scripts/sources.ts';
import { minimalStanza, tempFolder } from '../temp-spec.ts';
import { testIo } from '../test-io.ts';

// Local repositories only; an address that git could not reach shows that nothing asks for it.
/** The lines of a file of the flavor. */
export const CODE = [
  'package wa',
  '',
  'const CallReason = "reason"',
  '',
  'func end() {',
  '  set(KEY_COUNT)',
  '}',
  '',
];

export interface Work {
  readonly cwd: string;
  readonly repository: string;
  commit(files: Readonly<Record<string, string | undefined>>): string;
  cite(commit: string, cited: Readonly<Record<string, readonly string[]>>, more?: string): void;
  run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }>;
  checks(): { source: string; commit: string; digest?: string; names?: object; problem?: string }[];
}

/** A folder with a spec, and a repository of its flavor `client` in clones/. */
export async function sourcesWork(t: TestContext, clone = 'client'): Promise<Work> {
  const cwd = await tempFolder(t, { 'spec/stanzas/ping-a.yaml': minimalStanza('ping-a') });
  const repository = join(cwd, 'clones', clone);
  mkdirSync(repository, { recursive: true });
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: repository,
      encoding: 'utf8',
    }).trim();
  git('init', '--quiet');
  return {
    cwd,
    repository,
    commit(files) {
      for (const [path, text] of Object.entries(files)) {
        if (text === undefined) rmSync(join(repository, path));
        else {
          mkdirSync(dirname(join(repository, path)), { recursive: true });
          writeFileSync(join(repository, path), text);
        }
      }
      git('add', '--all');
      git('commit', '--quiet', '--message', 'x');
      return git('rev-parse', 'HEAD');
    },
    cite(commit, cited, more = '') {
      const facts = Object.entries(cited).map(
        ([name, places]) =>
          `  - name: ${name}\n    type: string\n    confidence: probable\n    description: A thing.\n    provenance:\n      flavors: [client]\n      sources:\n${places.map((place) => `        - ${place}\n`).join('')}`,
      );
      writeFileSync(
        join(cwd, 'spec/stanzas/ping-a.yaml'),
        minimalStanza('ping-a', `attributes:\n${facts.join('')}`),
      );
      mkdirSync(join(cwd, 'spec/flavors'), { recursive: true });
      writeFileSync(
        join(cwd, 'spec/flavors/client.yaml'),
        `id: client\nrepository: https://client.invalid/owner/name\ncommit: '${commit}'\n${more}`,
      );
    },
    async run(...args) {
      const io = testIo({ cwd });
      const code = await sources([...args, '--clones', 'clones'], io);
      return { code, stdout: io.stdout(), stderr: io.stderr() };
    },
    checks: () => JSON.parse(readFileSync(join(cwd, 'spec/source-checks.json'), 'utf8')).sources,
  };
}
