import { partOf } from './part-of.ts';

/** Longer input is not put into the field, which would be slow with it. */
const MAX_FIELD = 200_000;

interface LogInput {
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
}

/** Takes logs that are typed, pasted, dropped or chosen as a file. */
export function logInput(workbench: HTMLElement, { onText, onFile }: LogInput): void {
  const field = partOf(workbench, 'log', HTMLTextAreaElement);
  field.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    if (text.length > MAX_FIELD) {
      event.preventDefault();
      field.value = '';
      onText(text);
    } else setTimeout(() => onText(field.value));
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onText(field.value);
  });
  partOf(workbench, 'explain', HTMLButtonElement).addEventListener('click', () => onText(field.value));
  partOf(workbench, 'example', HTMLButtonElement).addEventListener('click', () => {
    field.value = workbench.dataset['example'] ?? '';
    onText(field.value);
  });
  partOf(workbench, 'file', HTMLInputElement).addEventListener('change', (event) => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file !== undefined) onFile(file);
  });
  takeDrops(
    workbench,
    (text) => {
      field.value = text.length > MAX_FIELD ? '' : text;
      onText(text);
    },
    onFile,
  );
}

// On the whole page: a browser opens a file that is dropped beside the field in place of the page.
function takeDrops(workbench: HTMLElement, onText: LogInput['onText'], onFile: LogInput['onFile']): void {
  const { ownerDocument: page, classList } = workbench;
  page.addEventListener('dragover', (event) => {
    event.preventDefault();
    classList.add('dragged');
  });
  page.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) classList.remove('dragged');
  });
  page.addEventListener('drop', (event) => {
    event.preventDefault();
    classList.remove('dragged');
    const [file] = event.dataTransfer?.files ?? [];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (file !== undefined) onFile(file);
    else if (text !== '') onText(text);
  });
}
