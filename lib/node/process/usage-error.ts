/** A command was called wrongly, or its surroundings do not let it work. The message is all that is shown. */
export class UsageError extends Error {}
