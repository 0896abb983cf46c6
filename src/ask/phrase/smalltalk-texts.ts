import type { Locale } from '../../calendar/index.js';
import type { TopicId } from '../smalltalk/topics.js';
import { askTexts } from './texts.js';

type Texts = Readonly<Record<TopicId, readonly [title: string, text: string]>> & { readonly hello: string };

const { sv, en } = askTexts;

const WHO: Readonly<Record<Locale, readonly [title: string, text: string]>> = {
  sv: [
    'UBARA-assistenten',
    'Jag är UBARA-assistenten, en bot och ingen människa. Jag svarar på frågor om rutiner och personalstatistik, och varje svar visar källan, så att du kan kontrollera det.',
  ],
  en: [
    'The UBARA assistant',
    'I am the UBARA assistant, a bot and no human. I answer questions about routines and workforce statistics, and every answer shows its source, so that you can check it.',
  ],
};

/** What is said to smalltalk: title and text by topic. The bot says that it is one, and promises nothing it cannot do. */
export const smalltalkTexts: Readonly<Record<Locale, Texts>> = {
  sv: {
    hello: 'Hej!',
    greeting: [sv.greetingTitle, sv.greeting],
    help: [
      sv.greetingTitle,
      'Jag är till för att svara på frågor om kompetensförsörjning enligt UBARA (Utveckla, Behålla, Attrahera, Rekrytera, Avsluta): rutiner och personalstatistik, alltid med källa. Skriv frågan som du skulle säga den, eller välj ett exempel.',
    ],
    who: WHO.sv,
    bot: WHO.sv,
    maker: [
      'UBARA-assistenten',
      'Jag är UBARA-assistenten, en bot gjord för chefer och HR i stadsdelsförvaltningarna. Det jag svarar kommer ur de planer och rutiner som står som källa.',
    ],
    joke: [
      'UBARA-assistenten',
      'Skämt är jag ingen vidare på, jag är en bot som svarar på frågor om rutiner och personalstatistik. Fråga gärna om något sådant.',
    ],
    awake: ['Ja, jag är här', 'Ja, jag är här, dygnet runt. Vad undrar du?'],
    wellbeing: ['Tack, bara bra', 'Tack, bara bra! Jag är en bot, så jag är alltid på samma humör. Vad undrar du?'],
    farewell: [sv.farewellTitle, sv.farewell],
    thanks: [sv.thanksTitle, sv.thanks],
    praise: ['Tack', 'Tack, vad roligt att höra! Hör gärna av dig igen när du undrar något.'],
    blame: [
      'Det var tråkigt',
      'Förlåt, det var tråkigt. Prova att ställa frågan på ett annat sätt, gärna med plats och år, eller fråga HR.',
    ],
    acknowledge: ['Okej', 'Okej! Hör av dig när du undrar något, jag är här.'],
  },
  en: {
    hello: 'Hello!',
    greeting: [en.greetingTitle, en.greeting],
    help: [
      en.greetingTitle,
      'I am here to answer questions about competence supply by UBARA (Utveckla, Behålla, Attrahera, Rekrytera, Avsluta: develop, retain, attract, recruit, end): routines and workforce statistics, always with the source. Write the question as you would say it, or choose an example.',
    ],
    who: WHO.en,
    bot: WHO.en,
    maker: [
      'The UBARA assistant',
      'I am the UBARA assistant, a bot made for managers and HR in the district administrations. What I answer comes from the plans and routines that stand as the source.',
    ],
    joke: [
      'The UBARA assistant',
      'I am not much good at a joke, I am a bot that answers questions about routines and workforce statistics. Please ask about something like that.',
    ],
    awake: ['Yes, I am here', 'Yes, I am here, around the clock. What would you like to know?'],
    wellbeing: [
      'Fine, thank you',
      'Fine, thank you! I am a bot, so my mood never changes. What would you like to know?',
    ],
    farewell: [en.farewellTitle, en.farewell],
    thanks: [en.thanksTitle, en.thanks],
    praise: ['Thank you', 'Thank you, I am glad to hear it! Ask again whenever you wonder about something.'],
    blame: [
      'I am sorry',
      'I am sorry about that. Try to put the question another way, with the place and the year, or ask HR.',
    ],
    acknowledge: ['Okay', 'Okay! Ask me whenever you wonder about something, I am here.'],
  },
};
