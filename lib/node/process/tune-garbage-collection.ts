import { setFlagsFromString } from 'node:v8';

/**
 * Makes this process collect its garbage sooner. Where memory is plenty, V8 lets it grow to twice of what is in use,
 * in each thread.
 */
export function tuneGarbageCollection(): void {
  setFlagsFromString('--heap-growing-percent=30');
}
