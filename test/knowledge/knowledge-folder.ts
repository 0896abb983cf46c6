import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A small knowledge folder without fault: file by file. */
export const SOUND: Readonly<Record<string, string>> = {
  'sources.yml': `- id: plan-2025
  title: Kompetensplan
  organisation: nord
  year: 2025
  sections:
    - Inledning
    - Sjukfrånvaro
`,
  'vocabulary/measures.yml': `- id: sjukfranvaro
  sv: sjukfrånvaro
  en: sickness absence
  unit: procent
- id: sjukfranvaro-dag-1-14
  sv: sjukfrånvaro dag 1-14
  en: sickness absence day 1-14
  unit: procent
  partOf: sjukfranvaro
`,
  'vocabulary/populations.yml': `- id: nord
  sv: Nord
  en: North
  level: organisation
- id: nord-forskola
  sv: förskola
  en: preschool
  level: avdelning
  parent: nord
`,
  'vocabulary/breakdowns.yml': `- id: kon
  sv: kön
  en: gender
  values:
    - id: kvinnor
      sv: kvinnor
      en: women
    - id: man
      sv: män
      en: men
`,
  'vocabulary/not-held.yml': `- id: lon
  sv: lön
  en: pay
  synonyms: [lönen]
`,
  'vocabulary/questions.yml': `- id: highest
  sv: [högst]
  en: [highest]
`,
  'vocabulary/concepts.yml': `- id: avslut
  sv: [avslut-, säga upp sig]
  en: [leave-]
`,
  'vocabulary/word-lists.yml': readFileSync('knowledge/vocabulary/word-lists.yml', 'utf8'),
  'vocabulary/common-words.yml': '{ sv: [skalle], en: [rolling] }',
  'vocabulary/look-alikes.yml': '{ sv: [hest], en: [moist] }',
  'vocabulary/smalltalk.yml': readFileSync('knowledge/vocabulary/smalltalk.yml', 'utf8'),
  'vocabulary/everyday-words.yml': '- { id: tables, nouns: [rad], carriers: [siffran] }',
  'exit/checklist.yml': readFileSync('knowledge/exit/checklist.yml', 'utf8'),
  'exit/functions.yml': readFileSync('knowledge/exit/functions.yml', 'utf8'),
  'exit/talk.yml': readFileSync('knowledge/exit/talk.yml', 'utf8'),
  'vocabulary/exit.yml': readFileSync('knowledge/vocabulary/exit.yml', 'utf8'),
  'exit/survey.yml': readFileSync('knowledge/exit/survey.yml', 'utf8'),
  'vocabulary/plan.yml': readFileSync('knowledge/vocabulary/plan.yml', 'utf8'),
  'ranking/weights.json': readFileSync('knowledge/ranking/weights.json', 'utf8'),
  'statistics/plan-2025.csv': `id,measure,population,breakdown,period,kind,value,valueTo,unit,qualifier,source,section,line,conflictsWith,note,noteEn
a-1,sjukfranvaro,nord-forskola,,2024,utfall,9.8,,procent,,plan-2025,Sjukfrånvaro,10,,,
a-2,sjukfranvaro,nord-forskola,kon=kvinnor,2024,utfall,10.1,,procent,,plan-2025,Sjukfrånvaro,11,,"en not, med komma",a note
a-3,sjukfranvaro,nord,,2024,utfall,8.5,,procent,,plan-2025,Sjukfrånvaro,12,a-4,,
a-4,sjukfranvaro,nord,,2024,utfall,8.6,,procent,,plan-2025,Inledning,2,a-3,,
`,
  'sensitive/routes.yml': `- id: hr
  name: HR
  nameEn: HR
  text: för stöd.
  textEn: for support.
`,
  'sensitive/topics.yml': `- id: hot
  title: Hot
  titleEn: Threats
  text: Berätta för din chef.
  textEn: Tell your manager.
  aside: Har det hänt något?
  asideEn: Has something happened?
  routes: [hr]
  reviewBy: '2099-01-01'
  acts: [hotad, hotade <person>]
  actsEn: [threatened]
- id: brott
  title: Brott
  titleEn: Crime
  text: Berätta för din chef.
  textEn: Tell your manager.
  aside: Har du sett något?
  asideEn: Have you seen something?
  routes: [hr]
  reviewBy: '2099-01-01'
  acts: [stjäl]
  actsEn: [steals]
`,
  'sensitive/words.yml': readFileSync('test/support/knowledge/sensitive/words.yml', 'utf8'),
  'sensitive/forms.yml': readFileSync('test/support/knowledge/sensitive/forms.yml', 'utf8'),
  'routines/avslutssamtal.md': `---
id: avslutssamtal
title: Avslutssamtal
titleEn: Exit conversation
phase: avsluta
organisation: nord
department: nord-forskola
audience: [chef]
sources:
  - document: plan-2025
    section: Inledning
validFrom: '2025-01-01'
reviewBy: '2099-12-31'
questions:
  - Vem håller avslutssamtalet?
questionsEn:
  - Who holds the exit conversation?
related:
  - introduktion
---

Chefen håller samtalet. [1]

# English

The manager holds the conversation. [1]
`,
  'routines/introduktion.md': `---
id: introduktion
title: Introduktion
titleEn: Introduction
phase: introducera
audience: [chef]
sources:
  - document: plan-2025
    section: Inledning
validFrom: '2025-01-01'
reviewBy: '2099-12-31'
questions: [Hur introduceras nya?]
questionsEn: [How are newcomers introduced?]
---
Chefen visar runt. [1]

# English
The manager shows them round. [1]
`,
};

/** A file's new text, or what to replace in the sound one; undefined leaves the file out. */
type Change = string | Buffer | readonly [from: string, to: string] | undefined;

/** Makes the sound folder with these changes; it is gone after the test. */
export function knowledgeFolder(changes: Readonly<Record<string, Change>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'ubara-knowledge-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const file of new Set([...Object.keys(SOUND), ...Object.keys(changes)])) {
    const text = file in changes ? changed(SOUND[file], changes[file]) : SOUND[file];
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

function changed(sound: string | undefined, change: Change): string | Buffer | undefined {
  if (!Array.isArray(change)) return change as string | Buffer | undefined;
  const [from, to] = change as [string, string];
  if (!sound?.includes(from)) throw new Error(`The sound file does not hold "${from}".`);
  return sound.replace(from, () => to);
}
