/** Something is wrong with the arguments: exit code 2, nothing is written. */
export class UsageError extends Error {}
