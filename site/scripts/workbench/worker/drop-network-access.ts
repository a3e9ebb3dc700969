/**
 * Removes all access to the network before the worker receives a log, because the content security policy of the page
 * does not apply to a worker. Modules of the site, such as the decoder for WABinary, can still be imported.
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
