/** A field of an issue form, as far as its body needs it. */
export interface FormField {
  readonly id: string;
  /** Its heading in the body. */
  readonly label: string;
  readonly required: boolean;
  /** The only values that it can have; undefined for free text. */
  readonly options?: readonly string[];
  /** How the form offers an option, where it says more than the option: both are the option. */
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
  /** The values by the id of their field; a field that was left empty, or that has a problem, is not there. */
  readonly values: ReadonlyMap<string, string>;
  readonly problems: readonly FormProblem[];
}

/** GitHub takes at most 65,536 characters; what is longer did not come from there. */
const MAX_LENGTH = 70_000;

/** What GitHub writes for a field that was left empty. */
const EMPTY = '_No response_';

/**
 * Reads the body that GitHub makes of an issue form: a heading of the third level for each field, its value
 * below. Anybody can edit such a body, and a value can hold lines that look like headings. So every heading
 * counts wherever it stands, each comes exactly once and in the order of the form; everything else is a
 * problem that names the field, and no field ever gets a value that was not given to it.
 * @param fields the fields of the form in its order; other headings are text
 */
export function parseFormBody(body: string, fields: readonly FormField[]): FormBody {
  if (body.length > MAX_LENGTH) {
    const message = `The form has more than ${MAX_LENGTH} characters; send one stanza.`;
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
      report(`There is no heading “${field.label}”. Keep the headings of the form.`);
      continue;
    }
    if (again !== undefined) {
      report(`The heading “${field.label}” stands twice, in lines ${start + 1} and ${again + 1}. Keep one.`);
      continue;
    }
    if (start < last) {
      report(`The heading “${field.label}” is not in its place. Keep the order of the form.`);
      continue;
    }
    last = start;
    const end = starts.find((other) => other > start) ?? lines.length;
    const written = textOf(lines.slice(start + 1, end));
    const value = field.options?.find((option) => field.offered?.get(option) === written) ?? written;
    if (value === '' || value === EMPTY) {
      if (field.required) report(`“${field.label}” is empty.${choicesOf(field)}`);
    } else if (field.options !== undefined && !field.options.includes(value)) {
      report(`The value of “${field.label}” is none of those that the form offers.${choicesOf(field)}`);
    } else {
      values.set(field.id, value);
    }
  }
  return { values, problems };
}

function placesOf(label: string, lines: readonly string[]): number[] {
  return lines.flatMap((line, i) => (line.trimEnd() === `### ${label}` ? [i] : []));
}

// A field that is rendered as code comes in a fence. What is fenced in another way stays as it is.
function textOf(lines: readonly string[]): string {
  const text = lines.join('\n').trim();
  const fenced = /^```[a-z]*\n([\s\S]*)\n```$/.exec(text);
  return (fenced === null ? text : (fenced[1] ?? '')).trim();
}

const choicesOf = ({ options }: FormField): string =>
  options === undefined ? '' : ` Choose one of: ${options.join(', ')}.`;
