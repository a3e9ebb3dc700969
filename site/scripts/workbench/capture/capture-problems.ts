import type { Corpus, Entry } from '../../../../lib/corpus/model/corpus.ts';
import { captureRules } from '../../../../lib/rules/capture-rules.ts';
import { runRules } from '../../../../lib/rules/run-rules.ts';
import type { Capture } from '../../../../lib/schema/types.generated.ts';
import { readSource } from '../../../../lib/source/read-source.ts';

/** What the module of a validator exports. */
type Validate = ((data: unknown) => boolean) & {
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
};

/**
 * What is wrong with the file of a capture. The file is read again and checked against its schema and its rules.
 * @param capture the expected content of the file
 * @param yaml the file
 * @param corpus the spec with the values that are shared
 * @param keepNames the names that are shared
 * @param validator the address of the validator of captures, which is loaded when it is first needed
 * @returns sentences; none for a valid file
 * @throws Error if the validator cannot be fetched
 */
export async function captureProblems(
  capture: Capture,
  yaml: string,
  corpus: Corpus,
  keepNames: readonly string[],
  validator: string,
): Promise<string[]> {
  const { source, findings } = readSource('capture.yaml', new TextEncoder().encode(yaml));
  if (source === undefined) return findings.map(({ message }) => message);
  const { default: validate } = (await import(/* @vite-ignore */ validator)) as { default: Validate };
  if (!validate(source.data)) {
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
  }
  if (JSON.stringify(source.data) !== JSON.stringify(capture))
    return ['The file does not match the capture. Report this bug.'];
  const entry: Entry<'capture'> = { kind: 'capture', id: capture.id, data: capture, source };
  const only = {
    ...corpus,
    factsOf: Object.fromEntries(
      Object.keys(corpus.factsOf).map((kind) => [kind, new Map()]),
    ) as unknown as Corpus['factsOf'],
    definitions: { ...corpus.definitions, capture: new Map([[entry.id, entry]]) },
  };
  return runRules(only, captureRules(undefined, keepNames)).map(({ message }) => message);
}
