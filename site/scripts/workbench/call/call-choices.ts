import type { DiagnoseOptions } from '../../../../lib/diagnose/model/diagnosis.ts';
import { makeElement as make } from '../../search/make-element.ts';
import type { CallList, CallView, Choice } from '../messages/call-view.ts';

/** What the reader can say about a call. */
export interface CallChoices {
  readonly form: HTMLFormElement;
  /** Offers what a new diagnosis offers; what the reader has chosen stays. */
  readonly update: (view: CallView) => void;
}

/**
 * Lets the reader choose the flow that a call is compared with, whose log it is, and what that client is.
 * @param change called with all that is chosen, whenever something is
 */
export function callChoices(
  { flows, clients }: CallList,
  view: CallView,
  change: (options: DiagnoseOptions) => void,
): CallChoices {
  const flow = make('select');
  const observer = make('select');
  const client = make('select');
  const observers = labelled('This log is of', observer);
  const form = make(
    'form',
    'options call-options',
    labelled('Compare with', flow),
    observers,
    labelled('This client is', client),
  );
  form.setAttribute('aria-label', 'About the call');
  const update = ({ observers: offered, chosen }: CallView): void => {
    const titleOf = (id: string | undefined, list: readonly Choice[]): string =>
      list.find((one) => one.id === id)?.label ?? 'none fits';
    fill(flow, `the flow that fits best: ${titleOf(chosen.flow, flows)}`, flows);
    fill(observer, `whom it fits best: ${titleOf(chosen.observer, offered)}`, offered);
    observers.hidden = offered.length === 0;
  };
  fill(client, 'not known', clients);
  update(view);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () =>
    change({
      flow: flow.value === '' ? undefined : flow.value,
      observer: observer.value === '' || observers.hidden ? undefined : observer.value,
      client: client.value === '' ? undefined : client.value,
    }),
  );
  return { form, update };
}

const labelled = (words: string, select: HTMLSelectElement): HTMLLabelElement =>
  make('label', '', make('span', '', words), select);

/** Fills a list, with what was chosen in it. While nothing is, the first entry says what was found. */
function fill(select: HTMLSelectElement, none: string, choices: readonly Choice[]): void {
  const { value } = select;
  const first = value === '' || select.options.length === 0 ? none : (select.options[0]?.text ?? none);
  const options = [{ id: '', label: first }, ...choices].map(({ id, label }) => {
    const option = make('option', '', label);
    option.value = id;
    return option;
  });
  select.replaceChildren(...options);
  select.value = choices.some(({ id }) => id === value) ? value : '';
}
