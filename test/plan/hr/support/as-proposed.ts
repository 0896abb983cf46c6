/** What a client sends of a form when nothing is changed: its inputs' own values. */
export function asProposed(form: unknown): Record<string, string> {
  const values: Record<string, string> = {};
  JSON.stringify(form, (_key, node: unknown) => {
    const input = node as { type?: string; id?: string; value?: string } | null;
    if (input?.type?.startsWith('Input.') && input.id && input.value) values[input.id] = input.value;
    return node;
  });
  return values;
}
