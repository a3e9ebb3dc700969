import { DECISIONS, SIDES } from '../capture/draft/decisions.ts';
import { readShared, type SharedNames } from '../capture/share/shared-names.ts';
import type { Techniques } from '../corpus/evidence/compare-effort.ts';
import { LOG_QUESTION, logOrigins } from '../corpus/lists/log-origins.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import type { Capture, Direction } from '../schema/types.generated.ts';
import { isDay } from '../text/is-day.ts';
import { type FormField, type FormProblem, parseFormBody } from './form-body.ts';

type Kind = NonNullable<Capture['kind']>;

/** A single stanza goes one way; in a whole call, the log says it of each. */
const DIRECTIONS = ['outgoing', 'incoming'] as const satisfies readonly Direction[];
const AS_THE_LOG_SAYS = 'as the log says';

/** What somebody chooses who cannot say. */
const NOT_KNOWN = 'unknown';
const I_DO_NOT_KNOW = 'I do not know';
const OFFICIAL = 'An official client';

const KINDS: Readonly<Record<Kind, true>> = { captured: true, replayed: true, synthetic: true };

/** The programs that a corpus knows. */
interface Clients {
  readonly definitions: Pick<Corpus['definitions'], 'flavor'>;
}

/** The fields of the issue form for captures, in their order. */
export function captureFormFields(corpus: Techniques & Clients): readonly FormField[] {
  const origins = logOrigins(corpus);
  const options = origins.map(({ technique }) => technique);
  const offered = new Map(origins.map(({ technique, answer }) => [technique, answer]));
  return [
    { id: 'technique', label: LOG_QUESTION, required: true, options, offered },
    { id: 'client', label: 'Which client was it?', required: true, ...clientOptions(corpus) },
    { id: 'version', label: 'Version of the client', required: false },
    {
      id: 'observer',
      label: DECISIONS.side.question,
      required: true,
      options: [...Object.keys(SIDES), NOT_KNOWN],
      offered: new Map([...Object.entries(SIDES), [NOT_KNOWN, I_DO_NOT_KNOW]]),
    },
    { id: 'direction', label: 'Direction', required: true, options: [...DIRECTIONS, AS_THE_LOG_SAYS] },
    { id: 'kind', label: 'Kind', required: true, options: Object.keys(KINDS) },
    { id: 'capture', label: 'Sanitized stanzas', required: true },
    { id: 'share', label: 'Shared on purpose', required: false },
    { id: 'captured-at', label: 'Day of the capture', required: false },
    { id: 'url', label: 'Address, if somebody else published it', required: false },
    { id: 'author', label: 'Who published it', required: false },
    { id: 'license', label: 'Its licence', required: false },
    { id: 'remarks', label: 'Remarks', required: false },
    { id: 'sure', label: 'Before you send it', required: true },
  ];
}

/** The programs that can be observed. A flavor that only describes the protocol is none. */
function clientOptions({ definitions }: Techniques & Clients): Pick<FormField, 'options' | 'offered'> {
  const flavors = [...definitions.flavor.values()].filter(({ data }) => data.kind !== 'description');
  const options = ['official', ...flavors.map(({ id }) => id), NOT_KNOWN];
  const offered = new Map([
    ['official', OFFICIAL],
    ...flavors.map(({ id }) => [id, id] as const),
    [NOT_KNOWN, I_DO_NOT_KNOW],
  ]);
  return { options, offered };
}

/** What a field of the form shows for a value, to fill it in. */
export function formWords(field: 'client' | 'observer', value: string | undefined): string {
  if (value === undefined) return I_DO_NOT_KNOW;
  if (field === 'client') return value === 'official' ? OFFICIAL : value;
  return SIDES[value as keyof typeof SIDES] ?? I_DO_NOT_KNOW;
}

/** A filled-in form. */
export interface CaptureForm {
  readonly technique: string;
  /** undefined: as the log says. */
  readonly direction: (typeof DIRECTIONS)[number] | undefined;
  readonly client: string | undefined;
  readonly version: string | undefined;
  readonly observer: Capture['observer'];
  readonly url: string | undefined;
  readonly author: string | undefined;
  readonly license: string | undefined;
  readonly kind: Kind;
  /** The pasted stanza, or those of a call. They may not be sanitized. */
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
  corpus: Techniques & { readonly definitions: Pick<Corpus['definitions'], 'enum' | 'flavor'> },
): { readonly form: CaptureForm } | { readonly problems: readonly FormProblem[] } {
  const { values, problems } = parseFormBody(body, captureFormFields(corpus));
  const known = (id: string): string | undefined =>
    values.get(id) === NOT_KNOWN ? undefined : values.get(id);
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
      direction: DIRECTIONS.find((one) => one === values.get('direction')),
      client: known('client'),
      version: values.get('version'),
      observer: known('observer') as Capture['observer'],
      url: values.get('url'),
      author: values.get('author'),
      license: values.get('license'),
      kind: values.get('kind') as Kind,
      text: values.get('capture') ?? '',
      capturedAt,
      shared,
    },
  };
}
