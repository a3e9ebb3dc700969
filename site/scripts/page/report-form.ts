import { findLeaks } from '../../../lib/capture/leaks/find-leaks.ts';
import { reportUrl } from '../../model/lists/report-url.ts';
import { leadOut } from './lead-out.ts';

/** A form about a fact that links to a prefilled issue. Nothing is sent from here. */
export class ReportForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const fact = form?.elements.namedItem('fact');
    if (form === null || !(fact instanceof HTMLInputElement)) return;
    const fill = (): void => {
      const about = asked();
      if (about !== '') fact.value = about;
      this.#offer(form);
    };
    fill();
    addEventListener('hashchange', fill);
    form.addEventListener('input', () => this.#offer(form));
    form.addEventListener('submit', (event) => event.preventDefault());
  }

  #offer(form: HTMLFormElement): void {
    const data = new FormData(form);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const report = {
      fact: text('fact'),
      about: text('about'),
      claim: text('claim'),
      sources: text('sources'),
    };
    const link = this.querySelector<HTMLAnchorElement>('[data-part="open"]');
    const status = this.querySelector('[role="status"]');
    if (link === null || status === null) return;
    const missing = [
      report.about === '' ? 'what it is about' : '',
      report.claim === '' ? 'what you have seen' : '',
      report.sources === '' ? 'where it can be seen' : '',
    ].filter((one) => one !== '');
    // The commit hash in a link looks like a key, and is none.
    const words = `${report.claim}\n${report.sources}`.replace(/https:\/\/\S+/g, '');
    const leaks = [...new Set(findLeaks(words).map(({ kind }) => kind))];
    const address = reportUrl(this.dataset['repository'] ?? '', report);
    leadOut(link, missing.length > 0 || leaks.length > 0 ? undefined : address);
    if (leaks.length > 0) {
      status.textContent = `This seems to contain ${leaks.join(', ')}. Issues are public: use a placeholder instead.`;
    } else if (missing.length > 0) status.textContent = `Still missing: ${missing.join(', ')}.`;
    else if (address === undefined)
      status.textContent = 'It is too long for a link. Shorten it, or add the rest to the issue.';
    else status.textContent = 'Ready. The issue opens on GitHub, where you can edit it before you submit it.';
  }
}

/** The fact in the URL: in its query, or in its fragment, as in old links. */
function asked(): string {
  const old = decoded(location.hash.slice(1));
  return old === '' || old.startsWith('~') ? (new URLSearchParams(location.search).get('about') ?? '') : old;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

customElements.define('report-form', ReportForm);
