/**
 * Gives up every way to the network, before the worker sees a byte of a log: a worker is not bound by the content
 * security policy of its page. Modules of the site can still be imported, as the decoder for WABinary and the validator
 * of captures are.
 */
export function dropNetworkAccess(): void {
  for (const name of [
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'WebSocketStream',
    'WebTransport',
    'EventSource',
    'Worker',
    'BroadcastChannel',
    'importScripts',
    'indexedDB',
    'caches',
  ]) {
    Object.defineProperty(globalThis, name, { value: undefined, configurable: false, writable: false });
  }
  for (const name of ['sendBeacon', 'storage', 'serviceWorker']) {
    Object.defineProperty(navigator, name, { value: undefined });
  }
}
