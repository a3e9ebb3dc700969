import { safeUrl } from '../../lib/prose/safe-url.ts';

/** The state of a URL: it answers, it is gone, or that is unclear (refused, overloaded, too slow). */
export type LinkState =
  | { readonly state: 'answers' }
  | { readonly state: 'gone' | 'unclear'; readonly reason: string };

export interface FollowOptions {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds for one request. */
  readonly timeout: number;
}

const HOPS = 5;

/** Status codes for a missing page; others mean not now, or not for a program. */
const GONE: ReadonlySet<number> = new Set([404, 410, 451]);

/**
 * Requests a URL and follows redirects, over https only. The body of the response is not read. Does not throw.
 */
export async function followLink(url: string, options: FollowOptions): Promise<LinkState> {
  const head = await request(url, 'HEAD', options);
  // Some servers know only GET.
  return head.state === 'answers' ? head : request(url, 'GET', options);
}

async function request(first: string, method: 'HEAD' | 'GET', options: FollowOptions): Promise<LinkState> {
  let url = first;
  for (let hop = 0; hop <= HOPS; hop += 1) {
    let response: Response;
    try {
      response = await options.fetch(url, {
        method,
        redirect: 'manual',
        headers: { 'user-agent': 'stanza-catalog-links', accept: '*/*' },
        signal: AbortSignal.timeout(options.timeout),
      });
    } catch (error) {
      return failureOf(error);
    }
    await response.body?.cancel().catch(() => undefined);
    const { status } = response;
    const target = response.headers.get('location');
    if (status < 300 || status > 399 || target === null) {
      if (status < 400) return { state: 'answers' };
      return { state: GONE.has(status) ? 'gone' : 'unclear', reason: `answers ${status}` };
    }
    const next = URL.canParse(target, url) ? safeUrl(new URL(target, url).href) : undefined;
    if (next === undefined) return { state: 'gone', reason: 'redirects to a URL that is not https' };
    url = next;
  }
  return { state: 'gone', reason: `redirects more than ${HOPS} times` };
}

function failureOf(error: unknown): LinkState {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return { state: 'unclear', reason: 'times out' };
  }
  const { cause } = error as { cause?: { code?: unknown } };
  const code = typeof cause?.code === 'string' ? cause.code : 'no connection';
  return { state: code === 'ENOTFOUND' ? 'gone' : 'unclear', reason: code };
}
