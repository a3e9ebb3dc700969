import type { DiagnoseOptions } from '../../../../lib/diagnose/model/diagnosis.ts';
import { makeElement as make } from '../../search/make-element.ts';
import { type CallChoices, callChoices } from '../call/call-choices.ts';
import { callReport } from '../call/call-report.ts';
import type { CallList, CallSummary, CallView } from '../messages/call-view.ts';
import { appendInParts } from '../view/append-in-parts.ts';
import { partOf } from './part-of.ts';

/** How many calls are listed. */
const MAX_CALLS = 200;

/** A call in the page. */
interface Shown {
  readonly fold: HTMLDetailsElement;
  readonly report: HTMLElement;
  choices: CallChoices | undefined;
  /** Whether its diagnosis was asked for. */
  isAsked: boolean;
}

/** The part of the workbench that says what each call of a log shows. A call is drawn when it is opened. */
export class CallsPanel {
  readonly #workbench: HTMLElement;
  readonly #ask: (index: number, options: DiagnoseOptions) => void;
  #list: CallList = { calls: [], flows: [], clients: [] };
  #shown: Shown[] = [];

  /**
   * @param ask asks for the diagnosis of a call, with what the reader says about it
   * @param onOther called with the log of the other side
   */
  constructor(
    workbench: HTMLElement,
    ask: (index: number, options: DiagnoseOptions) => void,
    onOther: (input: string | File) => void,
  ) {
    this.#workbench = workbench;
    this.#ask = ask;
    const field = partOf(workbench, 'other-log', HTMLTextAreaElement);
    const compare = partOf(workbench, 'compare', HTMLButtonElement);
    compare.addEventListener('click', () => onOther(field.value));
    const file = partOf(workbench, 'other-file', HTMLInputElement);
    file.addEventListener('change', () => {
      const [one] = file.files ?? [];
      if (one !== undefined) onOther(one);
    });
  }

  /** Lists the calls, and opens the first that departs, or else the first. */
  open(list: CallList): void {
    this.#list = list;
    this.#shown = list.calls.slice(0, MAX_CALLS).map((one, index) => this.#callFold(one, index));
    const rest = list.calls.length - this.#shown.length;
    const more =
      rest > 0 ? [make('p', 'note', `And ${rest} more. Split the log, or use the command for them.`)] : [];
    const all = this.#part('call-list');
    all.replaceChildren();
    const rows = [...this.#shown.map(({ fold }) => fold), ...more];
    appendInParts(all, rows.length, (place) => rows[place] as HTMLElement);
    this.#part('calls').hidden = list.calls.length === 0;
    const first = this.#shown[0];
    if (first !== undefined) first.fold.open = true;
  }

  close(): void {
    this.#shown = [];
    this.#part('calls').hidden = true;
    this.#part('call-list').replaceChildren();
    partOf(this.#workbench, 'other-log', HTMLTextAreaElement).value = '';
    partOf(this.#workbench, 'other-file', HTMLInputElement).value = '';
  }

  /** Shows the diagnosis of a call. */
  show(index: number, view: CallView): void {
    const shown = this.#shown[index];
    if (shown === undefined) return;
    const { fold, report } = shown;
    fold.querySelector('summary')?.replaceChildren(...summaryOf(view.summary));
    if (shown.choices === undefined) {
      shown.choices = callChoices(this.#list, view, (options) => this.#ask(index, options));
      report.before(shown.choices.form);
    } else shown.choices.update(view);
    report.replaceChildren(...copyPart(view), ...callReport(view));
  }

  #callFold(one: CallSummary, index: number): Shown {
    const report = make('div', 'report');
    const fold = make('details', 'one-call', make('summary', '', ...summaryOf(one)), report);
    const shown: Shown = { fold, report, choices: undefined, isAsked: false };
    fold.addEventListener('toggle', () => {
      if (!fold.open || shown.isAsked) return;
      shown.isAsked = true;
      this.#ask(index, {});
    });
    return shown;
  }

  #part(name: string): HTMLElement {
    return partOf(this.#workbench, name, HTMLElement);
  }
}

/** A button that copies the call for an issue. */
function copyPart({ markdown }: CallView): HTMLElement[] {
  if (markdown === undefined) return [];
  const button = make('button', 'first', COPY);
  button.type = 'button';
  button.ariaLive = 'polite';
  const text = make('textarea');
  button.addEventListener('click', () => void copy(markdown, button, text));
  text.hidden = true;
  text.readOnly = true;
  text.value = markdown;
  text.setAttribute('aria-label', 'The call as Markdown');
  return [make('p', 'buttons', button, make('span', 'note', COPY_NOTE)), text];
}

const COPY = 'Copy for an issue';
const COPY_NOTE =
  'As Markdown: where the call departs, its rows, and its stanzas with personal data replaced.';

async function copy(markdown: string, button: HTMLElement, text: HTMLTextAreaElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(markdown);
    button.textContent = 'Copied';
  } catch {
    // Without permission to write to the clipboard, the reader copies the selection.
    text.hidden = false;
    text.select();
    button.textContent = 'Selected: press Ctrl+C';
  }
}

const summaryOf = ({ title, headline, departs }: CallSummary): (Node | string)[] => [
  make('b', '', `${title}:`),
  ' ',
  make('span', departs ? 'departs' : 'agrees', headline),
];
