import { readShared, type SharedNames } from '../capture/share/shared-names.ts';
import type { Techniques } from '../corpus/evidence/compare-effort.ts';
import { LOG_QUESTION, logOrigins } from '../corpus/lookup/log-origins.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import type { Capture, Direction } from '../schema/types.generated.ts';
import { isDay } from '../text/is-day.ts';
import { type FormField, type FormProblem, parseFormBody } from './form-body.ts';

type Kind = NonNullable<Capture['kind']>;

/** A single stanza goes one way. */
const DIRECTIONS = ['outgoing', 'incoming'] as const satisfies readonly Direction[];

const KINDS: Readonly<Record<Kind, true>> = { captured: true, replayed: true, synthetic: true };

/** The fields of the issue form for captures, in their order. */
export function captureFormFields(corpus: Techniques): readonly FormField[] {
  const origins = logOrigins(corpus);
  const options = origins.map(({ technique }) => technique);
  const offered = new Map(origins.map(({ technique, answer }) => [technique, answer]));
  return [
    { id: 'technique', label: LOG_QUESTION, required: true, options, offered },
    { id: 'direction', label: 'Direction', required: true, options: DIRECTIONS },
    { id: 'kind', label: 'Kind', required: true, options: Object.keys(KINDS) },
    { id: 'capture', label: 'Sanitized stanza', required: true },
    { id: 'share', label: 'Shared on purpose', required: false },
    { id: 'captured-at', label: 'Day of the capture', required: false },
    { id: 'remarks', label: 'Remarks', required: false },
    { id: 'sure', label: 'Before you send it', required: true },
  ];
}

/** A filled-in form. */
export interface CaptureForm {
  readonly technique: string;
  readonly direction: (typeof DIRECTIONS)[number];
  readonly kind: Kind;
  /** The pasted stanza. It may not be sanitized. */
  readonly text: string;
  readonly capturedAt: string | undefined;
  readonly shared: SharedNames;
}

/**
 * Reads the body of an issue that was opened with the form for captures, without the remarks, which are for people.
 * @returns the form, or what is wrong with it, field by field
 */
export function readCaptureForm(
  body: string,
  corpus: Techniques & { readonly definitions: Pick<Corpus['definitions'], 'enum'> },
): { readonly form: CaptureForm } | { readonly problems: readonly FormProblem[] } {
  const { values, problems } = parseFormBody(body, captureFormFields(corpus));
  const capturedAt = values.get('captured-at');
  const all = [...problems];
  if (capturedAt !== undefined && !isDay(capturedAt)) {
    all.push({
      field: 'Day of the capture',
      message: 'The value of “Day of the capture” is not a day. Write year-month-day, such as 2026-01-31.',
    });
  }
  if (values.get('sure')?.includes('- [ ]')) {
    all.push({
      field: 'Before you send it',
      message: 'Not every box under “Before you send it” is ticked. Tick each one once it is true.',
    });
  }
  const shared = readShared(values.get('share') ?? '', corpus.definitions.enum);
  if ('problems' in shared) {
    all.push(...shared.problems.map((message) => ({ field: 'Shared on purpose', message })));
    return { problems: all };
  }
  if (all.length > 0) return { problems: all };
  return {
    form: {
      technique: values.get('technique') ?? '',
      direction: values.get('direction') as CaptureForm['direction'],
      kind: values.get('kind') as Kind,
      text: values.get('capture') ?? '',
      capturedAt,
      shared,
    },
  };
}
