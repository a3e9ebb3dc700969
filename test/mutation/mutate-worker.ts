import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { CodeCases } from '../cases/case.ts';
import type { Messages } from '../cases/check-case.ts';
import { mutantsOf } from './mutants.ts';

/** Which mutants of a file a thread works on. */
export interface MutationTask {
  /** Such as lib/rules/enum-exists.ts. */
  readonly file: string;
  readonly from: number;
  /** Shared memory with the index of the current mutant. */
  readonly current: Int32Array<SharedArrayBuffer>;
}

/** What a thread says: of each mutant whether a case noticed it. */
export type MutationMessage =
  | { readonly index: number; readonly killed: boolean }
  | { readonly done: true }
  /** The cases do not pass for the rules as they are, so nothing can be said. */
  | { readonly broken: true };

const { file, from, current } = workerData as MutationTask;
const ROOT = new URL('../../', import.meta.url).href;
const target = ROOT + file;
const original = readFileSync(new URL(target), 'utf8');
const mutants = mutantsOf(original);
const messages: Messages = JSON.parse(
  readFileSync(new URL('../cases/messages.json', import.meta.url), 'utf8'),
);

/** What is loaded anew for each mutant: the rules, what runs them, and the cases. */
const FRESH = /\/(?:lib\/rules|lib\/node\/spec\/all-rules|test\/cases)\b/;

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const round = /\?mutant=\d+$/.exec(context.parentURL ?? '')?.[0];
    const isFresh = round !== undefined && FRESH.test(resolved.url) && !resolved.url.includes('?');
    return isFresh ? { ...resolved, url: resolved.url + round } : resolved;
  },
  load(url, context, next) {
    const [path = '', index] = url.split('?mutant=');
    if (path !== target || index === undefined) return next(url, context);
    return {
      format: 'module-typescript',
      source: mutants[Number(index)]?.source ?? original,
      shortCircuit: true,
    };
  },
});

/** The rules as they are have a number that no mutant has. */
const isBroken = await isKilled(mutants.length);
if (isBroken) parentPort?.postMessage({ broken: true } satisfies MutationMessage);
for (let index = from; !isBroken && index < mutants.length; index += 1) {
  current[0] = index;
  parentPort?.postMessage({ index, killed: await isKilled(index) } satisfies MutationMessage);
}
if (!isBroken) parentPort?.postMessage({ done: true } satisfies MutationMessage);

async function isKilled(index: number): Promise<boolean> {
  try {
    const { CASES } = (await import(`${ROOT}test/cases/index.ts?mutant=${index}`)) as {
      CASES: readonly CodeCases[];
    };
    const checks = (await import(
      `${ROOT}test/cases/check-case.ts?mutant=${index}`
    )) as typeof import('../cases/check-case.ts');
    return CASES.some(
      (cases) =>
        // What the reader of files finds has nothing to do with rules.
        !/^(?:yaml|file|schema)\//.test(cases.code) &&
        (cases.accepts.some((one) => checks.acceptComplaints(one).length > 0) ||
          cases.rejects.some(
            (one, i) => checks.rejectComplaints(cases, one, messages[cases.code]?.[i]).length > 0,
          )),
    );
  } catch {
    return true;
  }
}
