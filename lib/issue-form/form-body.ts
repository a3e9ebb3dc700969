/** A field of an issue form. */
export interface FormField {
  readonly id: string;
  /** Its heading in the body. */
  readonly label: string;
  readonly required: boolean;
  /** The only values that it can have; undefined for free text. */
  readonly options?: readonly string[];
  /** The labels of options that the form shows with another label; a body may have either. */
  readonly offered?: ReadonlyMap<string, string>;
}

/** What is wrong with a field. */
export interface FormProblem {
  /** The label of the field. */
  readonly field: string;
  /** What is wrong and what to do, as a sentence. */
  readonly message: string;
}

export interface FormBody {
  /** The values by the id of their field, without fields that are empty or have a problem. */
  readonly values: ReadonlyMap<string, string>;
  readonly problems: readonly FormProblem[];
}

/** GitHub accepts at most 65,536 characters; a longer body did not come from there. */
const MAX_LENGTH = 70_000;

/** What GitHub writes for an empty field. */
const EMPTY = '_No response_';

/**
 * Reads the body that GitHub makes of an issue form: a level-three heading for each field, and its value below. Anybody
 * can edit the body, and a value can contain lines that look like headings. So each heading has to come exactly once and
 * in the order of the form; anything else is a problem of that field, and no field gets the value of another one.
 * @param fields the fields of the form in their order; other headings are text
 */
export function parseFormBody(body: string, fields: readonly FormField[]): FormBody {
  if (body.length > MAX_LENGTH) {
    const message = `The form has more than ${MAX_LENGTH} characters. Paste one stanza, or one call, only.`;
    return { values: new Map(), problems: [{ field: 'Body', message }] };
  }
  const lines = body.split(/\r\n|[\n\r]/);
  const places = new Map(fields.map((field) => [field, placesOf(field.label, lines)]));
  const starts = [...places.values()].flat().sort((a, b) => a - b);
  const values = new Map<string, string>();
  const problems: FormProblem[] = [];
  let last = -1;
  for (const field of fields) {
    const [start, again] = places.get(field) ?? [];
    const report = (message: string): void => {
      problems.push({ field: field.label, message });
    };
    if (start === undefined) {
      report(`The heading “${field.label}” is missing. Restore it.`);
      continue;
    }
    if (again !== undefined) {
      report(`The heading “${field.label}” appears twice, in lines ${start + 1} and ${again + 1}. Keep one.`);
      continue;
    }
    if (start < last) {
      report(`The heading “${field.label}” is in the wrong place. Keep the order of the form.`);
      continue;
    }
    last = start;
    const end = starts.find((other) => other > start) ?? lines.length;
    const written = textOf(lines.slice(start + 1, end));
    const value = field.options?.find((option) => field.offered?.get(option) === written) ?? written;
    if (value === '' || value === EMPTY) {
      if (field.required) report(`“${field.label}” is empty.${choicesOf(field)}`);
    } else if (field.options !== undefined && !field.options.includes(value)) {
      report(`The value of “${field.label}” is not an option of the form.${choicesOf(field)}`);
    } else {
      values.set(field.id, value);
    }
  }
  return { values, problems };
}

function placesOf(label: string, lines: readonly string[]): number[] {
  return lines.flatMap((line, i) => (line.trimEnd() === `### ${label}` ? [i] : []));
}

// GitHub puts a field with `render` into a code fence. Other fences are part of the value.
function textOf(lines: readonly string[]): string {
  const text = lines.join('\n').trim();
  const fenced = /^```[a-z]*\n([\s\S]*)\n```$/.exec(text);
  return (fenced === null ? text : (fenced[1] ?? '')).trim();
}

const choicesOf = ({ options, offered }: FormField): string =>
  options === undefined
    ? ''
    : ` Choose one of: ${options.map((option) => offered?.get(option) ?? option).join(', ')}.`;
