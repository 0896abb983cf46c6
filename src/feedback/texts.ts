import type { Locale } from '../calendar/index.js';

/** What feedback says beside the strings of its cards, in both languages. */
export const feedbackTexts = {
  sv: {
    thanks: 'Tack, ditt omdöme är sparat utan ditt namn.',
    cardTooOld:
      'Kortet hör till en äldre version, så omdömet gick inte att spara. Ställ frågan igen och använd tummarna där.',
    whichAnswer:
      'Jag vet inte längre vilket svar din tumme gäller, så den är inte sparad. Använd knapparna 👍 och 👎 på svarets kort i stället.',
  },
  en: {
    thanks: 'Thank you, your rating is saved without your name.',
    cardTooOld:
      'The card belongs to an older version, so the rating could not be saved. Ask the question again and use the thumbs there.',
    whichAnswer:
      'I no longer know which answer your thumb is about, so it is not saved. Please use the buttons 👍 and 👎 on the card of the answer instead.',
  },
} as const satisfies Record<Locale, object>;
