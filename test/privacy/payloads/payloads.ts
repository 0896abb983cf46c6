/** What somebody may type that a client would take for more than text. `ELAK` marks what must be read and must not act. */
export const PAYLOADS: readonly string[] = [
  '**ELAK1** _ELAK2_ [ELAK3](https://evil.example) <b>ELAK4</b> <at>ELAK5</at> ${ELAK6} ${1+1}',
  'Rad\n# ELAK7\n- ELAK8\n> ELAK9\n1. ELAK10\n![ELAK11](https://evil.example/x.png)',
  '<a href="https://evil.example">ELAK12</a> &#69;LAK `ELAK13` ~~ELAK14~~ <https://evil.example/ELAK15> {{ELAK16}}',
];

/** As much of a payload as fits, and as many letters as are asked for. */
export function fitted(payload: string, { least = 0, most = Infinity }: { least?: number; most?: number }): string {
  return payload.padEnd(least, 'x').slice(0, most);
}
