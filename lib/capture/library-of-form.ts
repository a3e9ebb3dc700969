import type { CaptureForm } from './captured-node.ts';

const LIBRARY_OF_FORM: Partial<Record<CaptureForm, string>> = { whatsmeow: 'whatsmeow', pino: 'baileys' };

/**
 * The library whose logger writes a form, by the id of its flavor; undefined for a form that anybody writes. What
 * such a log shows as sent is the library's own.
 */
export const libraryOfForm = (form: CaptureForm): string | undefined => LIBRARY_OF_FORM[form];
