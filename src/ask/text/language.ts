import type { Locale } from '../../calendar/index.js';
import type { Token } from './fold.js';

/** Small words that stand in nearly every sentence of one language and hardly ever in the other. */
const TELLING: Record<Locale, ReadonlySet<string>> = {
  sv: new Set(
    'och att det är som på för hur vad vem vilka vilken vilket när var varför av till med har inte jag vi ni den de ett om kan ska får gör mellan mot än hos inom hög många mycket finns hej tack gäller jämfört visa berätta kolla vill i andel andelen antal antalet mål målet år året totalt sedan efter vid där då nu alla vår våra bara'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the is are of what how who when where why which and to for with has have not we you do does did was were many much can should may there about between than show tell please hello thanks compared by this that from our my in at any each it its they their your would could than share number staff employees year unit leave sick care home elderly preschool training average sickness absence turnover'.split(
      ' ',
    ),
  ),
};

/** The language of a question, undefined when its words do not tell ("sjukfrånvaro förskolan"). */
export function detectLanguage(tokens: readonly Token[]): Locale | undefined {
  // "Am I talking to ...": the English I, no Swedish "i".
  const isI = ({ text, isCapital, startsSentence }: Token) => text === 'i' && isCapital && !startsSentence;
  const score = (locale: Locale) =>
    tokens.filter((token) => (isI(token) ? locale === 'en' : TELLING[locale].has(token.text))).length;
  // Names keep their letters in every language.
  const isName = ({ isCapital, startsSentence }: Token) => isCapital && !startsSentence;
  const swedish = score('sv') + (tokens.some((token) => /[åäö]/.test(token.text) && !isName(token)) ? 0.5 : 0);
  const english = score('en');
  if (swedish === english) return undefined;
  return swedish > english ? 'sv' : 'en';
}
