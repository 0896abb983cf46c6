import { createHash } from 'node:crypto';
import {
  ANNOUNCEMENT,
  announcementMessage,
  choicesOf,
  emptyValues,
  openConfirmation,
  readForm,
  reachesOf,
  type Rehearsal,
  rehearse,
  resolveAudience,
  subjectOf,
  type Values,
  type Wanted,
} from '../../broadcast/index.js';
import { LOCALES, stockholmDate, stockholmMoment, stockholmTime } from '../../calendar/index.js';
import { messageOf } from '../../errors.js';
import { createDirectory, decide, type Person } from '../../people/index.js';
import { createGuard } from '../../privacy/index.js';
import type { BroadcastOptions } from './arguments.js';
import { noteAtTerminal } from '../note-at-terminal.js';
import { waitUntilOver } from './look.js';
import { type BroadcastCommandTools, type OpenBroadcasts, UsageError } from './tools.js';

/** `rehearse`: what would happen. */
export async function rehearseMessage(tools: BroadcastCommandTools, options: BroadcastOptions): Promise<void> {
  const { rehearsal } = await prepareMessage(tools, options);
  for (const line of describe(rehearsal)) tools.print(line);
}

/** `send`: creates the broadcast, which the bot or a worker sends. The same command on the same day is the same broadcast. */
export async function sendMessage(tools: BroadcastCommandTools, options: BroadcastOptions): Promise<void> {
  const { opened, sender, wanted, rehearsal } = await prepareMessage(tools, options);
  for (const line of describe(rehearsal)) tools.print(line);
  const { organisation, id: createdBy } = sender;
  const { broadcast, isNew } = await opened.broadcasts.create({
    ...wanted,
    ...{ organisation, createdBy },
    name: createHash('sha256').update(JSON.stringify(wanted)).digest('hex').slice(0, 32),
    createdAt: stockholmMoment(stockholmDate(tools.clock()), '00:00'),
    kind: ANNOUNCEMENT,
    title: wanted.content.sv.title,
    content: wanted.content,
  });
  if (isNew) await opened.liveCards.show(subjectOf(broadcast), [createdBy], { title: broadcast.title, by: createdBy });
  const touched = { broadcast: broadcast.id, sender: createdBy };
  if (isNew)
    await noteAtTerminal(opened.audit, { at: tools.clock(), organisation, action: 'broadcast.send', subject: touched });
  tools.print(
    `${isNew ? 'Skapat' : 'Redan skapat i dag'} / ${isNew ? 'created' : 'created today already'}: ${broadcast.id}`,
  );
  if (options.wait) await waitUntilOver(tools, opened, broadcast);
}

interface Prepared {
  readonly opened: OpenBroadcasts;
  readonly sender: Person;
  readonly wanted: Wanted;
  readonly rehearsal: Rehearsal;
}

/** Reads and checks everything as the form in chat does. Throws UsageError with every problem at once. */
async function prepareMessage(tools: BroadcastCommandTools, options: BroadcastOptions): Promise<Prepared> {
  if (options.sender === undefined) throw new UsageError('Ange --sender: e-postadressen till den i HR som skickar.');
  const persons = options.csv === undefined ? '' : await readList(tools, options.csv);
  const opened = await tools.open();
  const people: Person[] = [];
  for await (const person of opened.people.list()) people.push(person);
  const directory = createDirectory(people);
  const sender = directory.findByEmail(options.sender);
  if (!sender || !decide({ kind: 'person', id: sender.id, person: sender }, 'broadcast.send').allowed)
    throw new UsageError(`--sender ${options.sender}: ingen i HR har den adressen / nobody of HR has that address.`);
  const { organisation } = sender;
  const choices = choicesOf(directory.inOrganisation(organisation));
  const values = { ...valuesOf(options, choices), persons };
  // Identity numbers are stopped. A sensitive word is asked about where a second press can answer: in the chat.
  const guard = createGuard([]);
  const read = readForm(values, { sender, choices, guard, now: tools.clock(), locale: 'sv' });
  if (read.kind === 'faulty') throw new UsageError(read.problems.map((problem) => `- ${problem}`).join('\n'));
  const { wanted } = read;
  const resolved = resolveAudience(wanted.audience, organisation, directory);
  if (resolved.people.length === 0) throw new UsageError('Ingen motsvarar urvalet / nobody matches the audience.');
  const card = { id: 'x'.repeat(60), content: wanted.content, deadline: wanted.deadline };
  const sizes = LOCALES.map((locale) =>
    tools.sizeOf(announcementMessage(card, locale, openConfirmation(card)).card!, locale),
  );
  const reaches = await reachesOf(organisation, resolved.people, opened.reaches);
  const { perSecond } = tools;
  const rehearsal = rehearse(resolved, reaches, { bytes: Math.max(...sizes), perSecond, sendAt: wanted.sendAt });
  return { opened, sender, wanted, rehearsal };
}

async function readList({ readText }: BroadcastCommandTools, file: string): Promise<string> {
  try {
    return await readText(file);
  } catch (error) {
    throw new UsageError(`Filen ${file} går inte att läsa (${messageOf(error)}).`);
  }
}

function valuesOf(options: BroadcastOptions, { departments, units }: ReturnType<typeof choicesOf>): Values {
  const valueIn = (choices: readonly { title: string; value: string }[]) => (name: string) =>
    choices.find(({ title }) => title.toLowerCase() === name.trim().normalize('NFC').toLowerCase())?.value ?? name;
  const [sendDate = '', sendTime = ''] = (options.at ?? '').trim().split(/[ T]/);
  return {
    ...emptyValues(),
    roles: (options.role ?? []).join(','),
    departments: (options.department ?? []).map(valueIn(departments)).join(','),
    units: (options.unit ?? []).map(valueIn(units)).join(','),
    title: options.title ?? '',
    text: options.text ?? '',
    titleEn: options['title-en'] ?? '',
    textEn: options['text-en'] ?? '',
    confirm: options.confirm ? 'true' : 'false',
    deadline: options.deadline ?? '',
    ...{ sendDate, sendTime },
  };
}

function describe({ people, byDepartment, withoutChat, duplicates, unresolved, ...rest }: Rehearsal): string[] {
  const { bytes, seconds, sendAt } = rest;
  const names = [...withoutChat.names, ...(withoutChat.more > 0 ? [`och ${withoutChat.more} till`] : [])].join(', ');
  return [
    `Mottagare / recipients: ${people}`,
    ...byDepartment.map(({ department, people: count }) => `  ${department}: ${count}`),
    ...(withoutChat.count > 0 ? [`Utan chatt med assistenten / without a chat: ${withoutChat.count} (${names})`] : []),
    ...(duplicates > 0 ? [`Nämnda flera gånger / duplicates: ${duplicates}`] : []),
    ...(unresolved.length > 0 ? [`Motsvarar ingen / match nobody: ${unresolved.length}`] : []),
    ...unresolved.map((written) => `  ${written}`),
    `Kortets storlek / size: ${(bytes / 1024).toFixed(1)} KB`,
    `Tar minst / takes at least: ${seconds} s`,
    `Skickas / goes out: ${sendAt ? `${stockholmDate(sendAt)} ${stockholmTime(sendAt)}` : 'genast / at once'}`,
  ];
}
