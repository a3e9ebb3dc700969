/** Why a file or folder could not be read: the system's code, such as EACCES, or the message of the error. */
export const ioErrorReason = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
