import type { Locale } from '../../calendar/index.js';

/** What there is of a case. */
export interface DocumentCounts {
  readonly ticks: number;
  readonly comments: number;
  readonly parts: number;
  readonly outcomes: number;
  readonly isBooked: boolean;
}

interface DocumentTexts {
  readonly title: string;
  readonly button: (number: number) => string;
  readonly lines: (id: string, counts: DocumentCounts) => readonly string[];
  readonly told: (hasRegistrar: boolean) => string;
}

/** "Begäran om handling": what HR and the registrar read. The law is the Freedom of the Press Act, chapter 2. */
export const documentTexts: Readonly<Record<Locale, DocumentTexts>> = {
  sv: {
    title: 'Begäran om handling i ett avslutsärende',
    button: (number) => `Begäran om handling ${number}`,
    lines: (id, { ticks, comments, parts, outcomes, isBooked }) => [
      `Ärende ${id}. Det här finns hos assistenten:`,
      '- ärendet: vem det gäller, chef, slag av avslut och dagar',
      `- checklistan: ${ticks} svar, varav ${comments} med kommentar`,
      `- avslutssamtalet: ${isBooked ? 'en bokning' : 'ingen bokning'}, ${outcomes} antecknade utfall med temakoder, inga anteckningar om vad som sades`,
      `- överlämningen: ${parts} delar`,
      '- utskickslistan (vem som fick vilket kort och när) och granskningsloggen (vem som gjorde vad)',
      '- enkätsvar: utan koppling till person, så de kan inte tas fram för ett ärende',
      '',
      'Pröva sekretessen och svara skyndsamt, samma dag eller inom några dagar. Be driften hålla kvar ärendet så att inget gallras under tiden, och att ta fram uppgifterna.',
    ],
    told: (hasRegistrar) =>
      hasRegistrar
        ? 'HR och registratorn får en lista över vad som finns.'
        : 'HR får en lista över vad som finns. Katalogen har ingen registrator: säg till registratorn själv.',
  },
  en: {
    title: 'Request for documents of an exit',
    button: (number) => `Request for documents ${number}`,
    lines: (id, { ticks, comments, parts, outcomes, isBooked }) => [
      `Case ${id}. This is what the assistant holds:`,
      '- the case: whom it is about, manager, kind of exit and days',
      `- the checklist: ${ticks} answers, ${comments} of them with a comment`,
      `- the exit conversation: ${isBooked ? 'a booking' : 'no booking'}, ${outcomes} recorded outcomes with theme codes, no notes of what was said`,
      `- the handover: ${parts} parts`,
      '- the list of what was sent (who got which card and when) and the audit (who did what)',
      '- answers to the survey: without any link to a person, so none can be found for a case',
      '',
      'Review secrecy and answer promptly, the same day or within a few days. Ask operations to hold the case so that nothing is disposed of meanwhile, and to extract the data.',
    ],
    told: (hasRegistrar) =>
      hasRegistrar
        ? 'HR and the registrar get a list of what there is.'
        : 'HR gets a list of what there is. The directory has no registrar: tell the registrar yourself.',
  },
};
