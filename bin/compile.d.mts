export function compile(what: {
  readonly folders: readonly string[];
  readonly base: string;
  readonly out: string;
}): Promise<void>;
