import type { Locale } from '../../calendar/index.js';
import type { Suggestion } from '../answer.js';

/** What the welcome and the help card offer to try. A test asks each of them and wants a real answer. */
export const EXAMPLES: Record<Locale, readonly Suggestion[]> = {
  sv: [
    { title: 'Sjukfrånvaron i förskolan', question: 'Hur hög är sjukfrånvaron i förskolan?' },
    { title: 'Vem håller avslutssamtalet?', question: 'Vem håller avslutssamtalet?' },
    { title: 'Introduktion i äldreomsorgen', question: 'Hur ska introduktionen gå till i äldreomsorgen?' },
  ],
  en: [
    { title: 'Sickness absence in preschools', question: 'How high is the sickness absence in the preschools?' },
    { title: 'Who holds the exit conversation?', question: 'Who holds the exit conversation?' },
    { title: 'Introduction in elderly care', question: 'How are new employees introduced in elderly care?' },
  ],
};
