/** A command was called wrongly, or cannot work in this environment. Only the message is shown, without a stack. */
export class UsageError extends Error {}
