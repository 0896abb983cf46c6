import fc from 'fast-check';

/** What breaks readers: marks of formats, ends of lines, numbers at their limits, letters that are more or less than one. */
const NASTY_TEXTS = [
  ...[
    '',
    ' ',
    '\0',
    '\uFEFF',
    '\u2028',
    '\r',
    '\r\n\r\n',
    '\t',
    '"',
    '""',
    "'",
    ';',
    ',',
    '|',
    '---\n',
    '# ',
    '- ',
    '[1]',
    '[99]',
    '`',
    '```',
  ],
  ...[
    '${x}',
    '{{x}}',
    '<at>',
    '</w:t>',
    '<w:t>',
    '<![CDATA[',
    ']]>',
    '&amp;',
    '&#0;',
    '&x;',
    '<!--',
    '%00',
    '..\\/..',
    '=1+1',
    '@',
    '*a',
    '&a',
  ],
  ...[
    '\ud83d',
    '\udc4d',
    '🙂',
    'a\u030a',
    'å',
    'ß',
    '\u202e',
    '__proto__',
    'constructor',
    'NaN',
    '-0',
    '1e999',
    '99999999999999999999',
    'null',
    'true',
  ],
  ...[
    '2026-02-30',
    '850709-9805',
    'x'.repeat(300),
    '[a](http://x)',
    '!!js/function',
    '? :',
    '>-\n',
    '{',
    '}',
    '[',
    ']',
  ],
];
export const nastyText = fc.constantFrom(...NASTY_TEXTS);
/** Any value that JSON may hold, and among them those that break things. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    2 ** 53,
    [],
    {},
    [[]],
    { __proto__: null },
    'a'.repeat(30_000),
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Places in what is changed are drawn as fractions, since its length is known only then. */
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const edit = fc.oneof(
  fc.record({
    kind: fc.constant('insert' as const),
    at: place,
    length: place,
    text: fc.oneof(nastyText, fc.string({ unit: 'binary' })),
  }),
  fc.record({ kind: fc.constant('drop' as const), at: place, length: place, text: fc.constant('') }),
  fc.record({ kind: fc.constant('repeat' as const), at: place, length: place, text: fc.constant('') }),
);
type Edit = {
  readonly kind: 'insert' | 'drop' | 'repeat';
  readonly at: number;
  readonly length: number;
  readonly text: string;
};

/** One of these texts with up to five edits, or any text at all. */
export function damagedText(bases: readonly string[]): fc.Arbitrary<string> {
  const damaged = fc
    .tuple(fc.constantFrom(...bases), fc.array(edit, { minLength: 1, maxLength: 5 }))
    .map(([base, edits]) => edits.reduce(editText, base));
  return fc.oneof(
    { weight: 9, arbitrary: damaged },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 500 }) },
  );
}

function editText(text: string, { kind, at, length, text: inserted }: Edit): string {
  const from = Math.floor(at * (text.length + 1));
  // Mostly a little, at times nearly all.
  const to = from + Math.floor(length ** 4 * (text.length - from));
  if (kind === 'insert') return text.slice(0, from) + inserted + text.slice(from);
  const part = text.slice(from, to);
  return kind === 'drop'
    ? text.slice(0, from) + text.slice(to)
    : text.slice(0, to) + part.repeat(3).slice(0, 5000) + text.slice(to);
}

/** These bytes with some overwritten, some taken out, the end cut off. */
export function damagedBytes(bases: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const hit = fc.record({
    at: place,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
    isCut: fc.constantFrom(false, false, true),
  });
  return fc.tuple(fc.constantFrom(...bases), fc.array(hit, { minLength: 1, maxLength: 6 })).map(([base, hits]) => {
    let bytes = Uint8Array.from(base);
    for (const { at, bytes: over, isCut } of hits) {
      const from = Math.floor(at * bytes.length);
      if (isCut) bytes = Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(from + over.length * 7)]);
      else bytes.set(over.subarray(0, bytes.length - from), from);
    }
    return bytes;
  });
}

/** A JSON object of which up to four places hold something else, or nothing. `keeps` names the places that stay. */
export function damagedJson(bases: readonly object[], keeps: readonly string[] = []): fc.Arbitrary<object> {
  const change = fc.record({ at: place, value: fc.option(nastyValue, { nil: undefined, freq: 5 }) });
  return fc
    .tuple(fc.constantFrom(...bases), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([base, changes]) => {
      const copy = structuredClone(base);
      for (const { at, value } of changes) {
        const places = placesOf(copy).filter(({ path }) => !keeps.includes(path));
        const found = places[Math.floor(at * places.length)];
        if (!found) continue;
        if (value === undefined) Reflect.deleteProperty(found.holder, found.key);
        else Reflect.set(found.holder, found.key, structuredClone(value));
      }
      return copy;
    });
}

function placesOf(node: object, path = ''): { readonly holder: object; readonly key: string; readonly path: string }[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    const below = typeof value === 'object' && value !== null ? placesOf(value as object, here) : [];
    return [{ holder: node, key, path: here }, ...below];
  });
}
