/**
 * What kind of thing a question asks for, and what in a passage looks like an answer of that kind. Held as bits, so that a
 * word's own share of it is found out once and a passage is judged by a run over numbers.
 */
export const ASKED = [
  'duration',
  'when',
  'amount',
  'count',
  'frequency',
  'who',
  'where',
  'why',
  'how',
  'meaning',
  'list',
] as const;
export type Asked = (typeof ASKED)[number] | 'yes-no' | 'open';

const QUESTIONS: readonly { readonly asked: (typeof ASKED)[number]; readonly pattern: RegExp }[] = [
  { asked: 'duration', pattern: /\b(hur (lange|lang tid|snabbt|gammal)|how (long|soon))\b/ },
  { asked: 'count', pattern: /\b(hur (manga|stor|stora|stort|hog|hogt)|vilken andel|how (many|large|big))\b/ },
  { asked: 'frequency', pattern: /\b(hur ofta|hur regelbundet|how often)\b/ },
  {
    asked: 'amount',
    pattern: /\b(hur mycket|vad kostar|hur dyrt|vilket pris|vilka avgifter|how much|what does it cost)\b/,
  },
  { asked: 'why', pattern: /\b(varfor|hur kommer det sig|why|orsaken till|syftet)\b/ },
  { asked: 'who', pattern: /\b(vem|vems|vilka (far|kan|ska|har|ar|gor)|who|whose|whom)\b/ },
  { asked: 'meaning', pattern: /\b(vad (ar|innebar|betyder|menas|avses)|what (is|are|does|do)\b.*\b(mean|is|are)?)/ },
  {
    asked: 'where',
    pattern:
      /^(var|vart|varifran|where)\b|\b(var (finns|hittar|kan|ligger|befinner|vander)|vart (vander|ska|skickar|skickas))\b/,
  },
  { asked: 'when', pattern: /^(nar|when)\b|\b(vilken dag|vilket datum|sista dag|sista dagen|what date|by when)\b/ },
  { asked: 'how', pattern: /\b(hur|how|pa vilket satt)\b/ },
  { asked: 'list', pattern: /\b(vilka|vilken|vilket|which|what)\b/ },
];

const BEGINS_YES_NO =
  /^(kan|far|maste|ska|skall|ar|har|behover|finns|gar|galler|blir|bor|vill|kommer|raknas|kravs|ingar|arver|omfattas|maste|gor|ger|skulle|borde|did|do|does|is|are|can|may|must|should|will|has|have)\b/;

/** What the (folded) words of a question ask for; the last question of several counts. */
export function askedFor(words: readonly string[]): Asked {
  const text = words.join(' ');
  if (BEGINS_YES_NO.test(text)) return 'yes-no';
  const found = QUESTIONS.find(({ pattern }) => pattern.test(text));
  if (found) return found.asked;
  return /\b(kan|far|maste|ska|behover|is|are|can|may|must) (jag|man|vi|ni|du|det|de|en|ett|it|we|i|you|they)\b/.test(
    text,
  )
    ? 'yes-no'
    : 'open';
}

/** Classes of words that signs of an answer are made of. */
const CLASSES = {
  number:
    /^\d+$|^(noll|tva|tre|fyra|fem|sex|sju|atta|nio|tio|elva|tolv|hundra|tusen|miljon|miljoner|halften|two|three|four|five|six|ten|half)$/,
  article: /^(en|ett|nagra|flera|upp|hela|a|an|one|several)$/,
  time: /^(dag|dagar|dagars|dagarna|dygn|vecka|veckor|veckors|manad|manader|manaders|ar|ars|aret|timme|timmar|minut|minuter|day|days|week|weeks|month|months|year|years|hours?|minutes)$/,
  date: /^(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|mandag|tisdag|onsdag|torsdag|fredag|senast|innan|darefter|samband|tidigast|snarast|omedelbart|varen|hosten|sommaren|arsskiftet|datum|klockan|vid|efter|january|february|march|june|july|october|before|after|latest|(19|20)\d\d)$/,
  money:
    /^(kr|kronor|kronorna|sek|euro|avgift|avgiften|avgifter|belopp|beloppet|procent|%|miljon|miljoner|miljarder|kostar|kostnad|kostnaden|kostnader|pris|priset|ersattning|ersattningen|arvode|percent|fee|cost)$/,
  year: /^(19|20)\d\d$/,
  often:
    /^(gang|ganger|varje|arligen|arlig|manadsvis|veckovis|manatligen|dagligen|regelbundet|regelbundna|lopande|per|annually|yearly|monthly|weekly|once|twice|every)$/,
  person:
    /^hr$|stab(en)?$|enhet(en)?$|avdelning(en)?$|kansli(et)?$|grupp(en)?$|chef(en|er|erna|s)?$|handlaggare(n)?$|namnd(en|er)?$|myndighet(en|er|erna)?$|styrelse(n|r)?$|lakare(n)?$|skoterska(n)?$|ansvarig(a|t)?$|agare(n)?$|personal(en)?$|givare(n)?$|tagare(n)?$|sokande(n)?$|person(er|en)?$|rektor(n|er)?$|ledare(n)?$|kommun(en|er)?$|verket$|^(den|alla|hr|du|medarbetare|foretag|ombud|manager|managers|everyone|anyone|employees)$/,
  place:
    /^(webbplats|webbplatsen|hemsida|hemsidan|webben|intranat|intranatet|adress|adressen|kontor|kontoret|lokal|lokaler|hos|stockholm|goteborg|malmo|telefon|mejl|mail|epost|post|lank|lanken|sidan|www|se|website|office|intranet|address)$/,
  reason:
    /^(eftersom|darfor|beror|syfte|syftet|anledning|anledningen|orsak|orsaken|grund|daremot|annars|bidra|bidrar|innebara|medfor|leder|because|since|purpose|reason|therefore)$/,
  act: /^(ansok|ansoka|anmal|anmala|kontakta|fyll|fyller|skicka|skickar|logga|loggar|bestall|bestaller|valj|valjer|ladda|ring|mejla|blankett|blanketten|formular|tjanst|tjansten|steg|forst|darefter|sedan|genom|lamna|lamnas|lamnar|gor|gors|borja|anvand|anvander|apply|contact|send|fill|first|then|by|through|use)$/,
  means:
    /^(innebar|betyder|menas|avses|avser|kallas|kallat|definieras|definition|forkortning|samlingsnamn|begrepp|begreppet|ar|means|called|defined|refers)$/,
  several:
    /^(foljande|bland|exempel|exempelvis|samt|dels|flera|bade|olika|tex|sasom|following|several|both|such|including)$/,
  yesNo: /^(ja|nej|yes|no|jo|beror)$/,
  link: /^(for|pa|till|med|from)$/,
} as const;
type WordClass = keyof typeof CLASSES;
const NAMES = Object.keys(CLASSES) as WordClass[];
const BIT = Object.fromEntries(NAMES.map((name, at) => [name, 1 << at])) as Record<WordClass, number>;

/** The classes of one folded word, as bits. */
export function classesOf(folded: string): number {
  return NAMES.reduce((bits, name) => (CLASSES[name].test(folded) ? bits | BIT[name] : bits), 0);
}

const SIGNS: Record<(typeof ASKED)[number], number> = {
  duration: 0,
  when: BIT.date,
  amount: BIT.money,
  count: 0,
  frequency: BIT.often,
  who: BIT.person,
  where: BIT.place,
  why: BIT.reason,
  how: BIT.act,
  meaning: BIT.means,
  list: BIT.several,
};

/** How many signs of an answer of the asked kind stand in a run of words, given by their classes. */
export function signsOf(asked: Asked, classAt: (place: number) => number, length: number): number {
  if (asked === 'open' || asked === 'yes-no') return 0;
  const sign = SIGNS[asked];
  let signs = 0;
  for (let place = 0; place < length; place++) {
    const classes = classAt(place);
    if (asked === 'duration') {
      const unit = (classAt(place + 1) | (place + 2 < length ? classAt(place + 2) : 0)) & BIT.time;
      if (classes & (BIT.number | BIT.article) && place + 1 < length && unit) signs++;
      else if (classes & BIT.year) signs++;
    } else if (asked === 'count') signs += classes & BIT.number ? 1 : 0;
    else signs += classes & sign ? 1 : 0;
  }
  return signs;
}

/** Whether a passage opens with yes or no. */
export function opensWithYesOrNo(classAt: (place: number) => number, length: number): boolean {
  return length > 0 && (classAt(0) & BIT.yesNo) !== 0;
}
