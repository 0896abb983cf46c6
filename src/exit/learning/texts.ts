import type { Locale } from '../../calendar/index.js';
import { LONGEST, MOST_OF_AN_ACTIVITY, MOST_THEMES, MOST_TIES } from './learning.js';

/** What the cards of themes and ties say beside their strings. */
export const learningTexts = {
  sv: {
    title: 'Teman och vad vi gör åt dem',
    onlyInPersonalChat: 'Teman visar jag bara i vår egen chatt. Öppna den och skriv ”teman” där.',
    nothing: (texts: number, group: number) =>
      `Här finns inget än. Teman skrivs när minst ${texts} har skrivit fritext i enkäten, och skäl visas när en period är slut och minst ${group} har svarat.`,
    place: (page: number, pages: number) => `Sida ${page} av ${pages}`,
    themeAbout: (period: string, support: number, texts: number) =>
      `Tema ur fritext, ${period}: ${support} av ${texts} texter`,
    kinds: {
      theme: (period: string) => `Tema ur fritext, ${period}`,
      reason: (period: string) => `Skäl i enkäten, ${period}`,
    },
    edit: (number: number) => `Ändra ${number}`,
    tie: (number: number) => `Kopplingar ${number}`,
    untie: (number: number) => `Koppla loss ${number}`,
    tied: (line: string) => `Kopplad till: ${line}`,
    lost: (line: string) => `Tappad koppling, planen har inte längre aktiviteten: ${line}`,
    more: (count: number) => `… och ${count} till, under Kopplingar.`,
    newTheme: 'Nytt tema',
    theme: 'Tema',
    batch: (period: string, texts: number) => `${period} (${texts} texter)`,
    noTexts: 'Det finns inga texter att skriva teman av än.',
    gone: 'Det finns inte längre. Öppna listan på nytt.',
    tooLong: 'Texten är för lång för att visas igen här. Den står kvar i kortet; korta den och spara på nytt.',
    faults: {
      'name-missing': () => 'Skriv ett namn på temat.',
      'name-long': () => `Namnet får ha högst ${LONGEST.name} tecken.`,
      'name-taken': () => 'Ett annat tema av samma texter heter redan så.',
      'description-long': () => `Beskrivningen får ha högst ${LONGEST.description} tecken.`,
      support: (least: number, count: number) =>
        `Antalet texter ska vara ett heltal från ${least} till ${count}. Det som färre än ${least} har skrivit blir inget tema.`,
      quote: () =>
        'Temat citerar en av texterna ordagrant. Skriv det med egna ord: ett citat kan avslöja vem som skrev.',
    },
    conflict: (name: string, description: string) =>
      `Någon annan har ändrat temat medan du skrev: ”${name}${description === '' ? '' : `. ${description}`}”. Spara en gång till för att ersätta det.`,
    full: `Det finns redan ${MOST_THEMES} teman. Ta tillbaka ett gammalt först.`,
    saved: 'Temat är sparat.',
    already: 'Temat är redan sparat.',
    withdrawAsk: (ties: number) =>
      ties === 0
        ? 'Ta tillbaka temat? Det går inte att ångra.'
        : `Ta tillbaka temat? ${ties === 1 ? 'Dess koppling' : `Dess ${ties} kopplingar`} försvinner också. Uppföljningar som redan har börjat ändras inte.`,
    withdrawn: 'Temat är borta.',
    noTies: 'Inte kopplat till någon aktivitet än.',
    noPlans: 'Det finns ingen plan att koppla till än.',
    noneFound: 'Ingen aktivitet i planen stämmer med sökordet.',
    found: (count: number, page: number, pages: number) =>
      `${count === 1 ? '1 aktivitet' : `${count} aktiviteter`}${pages > 1 ? `, sida ${page} av ${pages}` : ''}`,
    chooseActivity: 'Välj en aktivitet först.',
    notTold:
      'Siffrorna visar inte det skälet längre, så det kan inte kopplas på nytt. De kopplingar som finns står kvar.',
    tieSaved: 'Kopplat. Det visas i nästa uppföljning av planen, på chefens kort och i rapporten.',
    tieAlready: 'Det är redan kopplat.',
    tiesFull: `Ett tema eller skäl kan kopplas till högst ${MOST_TIES} aktiviteter.`,
    activityFull: `Aktiviteten är redan kopplad till ${MOST_OF_AN_ACTIVITY} avgångsorsaker. Koppla loss en först.`,
    untied: 'Losskopplat. Uppföljningar som redan har börjat ändras inte.',
  },
  en: {
    title: 'Themes, and what we do about them',
    onlyInPersonalChat: 'I show themes only in our own chat. Open it and type “themes” there.',
    nothing: (texts: number, group: number) =>
      `There is nothing yet. Themes are written when at least ${texts} have written free text in the survey, and reasons show when a period is over and at least ${group} have answered.`,
    place: (page: number, pages: number) => `Page ${page} of ${pages}`,
    themeAbout: (period: string, support: number, texts: number) =>
      `Theme from free text, ${period}: ${support} of ${texts} texts`,
    kinds: {
      theme: (period: string) => `Theme from free text, ${period}`,
      reason: (period: string) => `Reason in the survey, ${period}`,
    },
    edit: (number: number) => `Change ${number}`,
    tie: (number: number) => `Ties ${number}`,
    untie: (number: number) => `Untie ${number}`,
    tied: (line: string) => `Tied to: ${line}`,
    lost: (line: string) => `Lost tie, the plan no longer has the activity: ${line}`,
    more: (count: number) => `… and ${count} more, under Ties.`,
    newTheme: 'New theme',
    theme: 'Theme',
    batch: (period: string, texts: number) => `${period} (${texts} texts)`,
    noTexts: 'There are no texts to write themes of yet.',
    gone: 'It is no longer there. Open the list anew.',
    tooLong: 'The text is too long to be shown here again. It is still in the card; shorten it and save anew.',
    faults: {
      'name-missing': () => 'Write a name of the theme.',
      'name-long': () => `The name may have at most ${LONGEST.name} characters.`,
      'name-taken': () => 'Another theme of the same texts has that name already.',
      'description-long': () => `The description may have at most ${LONGEST.description} characters.`,
      support: (least: number, count: number) =>
        `The number of texts must be a whole number from ${least} to ${count}. What fewer than ${least} have written makes no theme.`,
      quote: () => 'The theme quotes one of the texts. Use words of your own: a quotation may reveal who wrote it.',
    },
    conflict: (name: string, description: string) =>
      `Somebody else changed the theme while you were writing: “${name}${description === '' ? '' : `. ${description}`}”. Save once more to replace it.`,
    full: `There are ${MOST_THEMES} themes already. Withdraw an old one first.`,
    saved: 'The theme is saved.',
    already: 'The theme is saved already.',
    withdrawAsk: (ties: number) =>
      ties === 0
        ? 'Withdraw the theme? It cannot be undone.'
        : `Withdraw the theme? ${ties === 1 ? 'Its tie goes' : `Its ${ties} ties go`} as well. Follow-ups that have begun do not change.`,
    withdrawn: 'The theme is gone.',
    noTies: 'Not tied to any activity yet.',
    noPlans: 'There is no plan to tie to yet.',
    noneFound: 'No activity of the plan matches the word.',
    found: (count: number, page: number, pages: number) =>
      `${count === 1 ? '1 activity' : `${count} activities`}${pages > 1 ? `, page ${page} of ${pages}` : ''}`,
    chooseActivity: 'Choose an activity first.',
    notTold: 'The figures no longer show that reason, so it cannot be tied anew. Ties that are there stay.',
    tieSaved: "Tied. It shows in the plan's next follow-up, on the manager's card and in the report.",
    tieAlready: 'It is tied already.',
    tiesFull: `A theme or reason can be tied to at most ${MOST_TIES} activities.`,
    activityFull: `The activity is tied to ${MOST_OF_AN_ACTIVITY} reasons already. Untie one first.`,
    untied: 'Untied. Follow-ups that have begun do not change.',
  },
} as const satisfies Record<Locale, object>;
