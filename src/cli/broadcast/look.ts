import { setTimeout as pause } from 'node:timers/promises';
import { ANNOUNCEMENT, type Broadcast, type Counts, DELIVERY_STATES } from '../../broadcast/index.js';
import { stockholmDate, stockholmTime } from '../../calendar/index.js';
import { bar } from '../bar.js';
import { chooseOrganisation } from '../organisation.js';
import { type BroadcastCommandTools, type OpenBroadcasts, settled, UsageError } from './tools.js';

interface WhichOne {
  readonly organisation?: string;
}

const LOOK_MS = 1000;

export async function listBroadcasts(tools: BroadcastCommandTools, options: WhichOne): Promise<void> {
  const opened = await tools.open();
  const organisation = await organisationOf(opened, options);
  const words = tools.words();
  let count = 0;
  for await (const broadcast of opened.broadcasts.list(organisation)) {
    if (broadcast.kind !== ANNOUNCEMENT) continue;
    const { delivered = 0, recipients = 0 } = await opened.broadcasts.counts(organisation, broadcast.id);
    const { id, title, createdAt } = broadcast;
    tools.print(
      `${id}  ${stockholmDate(createdAt)}  ${statusIn(words, broadcast)}  ${delivered}/${recipients}  ${title}`,
    );
    count += 1;
  }
  if (count === 0) tools.print('Inga utskick än. / No messages yet.');
}

export async function showStatus(
  tools: BroadcastCommandTools,
  options: WhichOne & { readonly wait?: boolean },
  id: string,
): Promise<void> {
  const opened = await tools.open();
  const found = await findBroadcast(opened, options, id);
  const broadcast = options.wait ? await waitUntilOver(tools, opened, found) : found;
  const counts = await opened.broadcasts.counts(broadcast.organisation, id);
  for (const line of describe(broadcast, counts, tools.words())) tools.print(line);
}

/** Follows a sending on the terminal until nothing of it is on its way any more. */
export async function waitUntilOver(
  tools: BroadcastCommandTools,
  { broadcasts }: OpenBroadcasts,
  { organisation, id }: Broadcast,
): Promise<Broadcast> {
  for (;;) {
    const broadcast = await broadcasts.find(organisation, id);
    if (!broadcast) throw new UsageError(`Utskicket ${id} finns inte längre.`);
    const counts = await broadcasts.counts(organisation, id);
    tools.draw?.(bar(settled(counts), counts.recipients ?? 0));
    if (broadcast.status === 'done' || broadcast.status === 'cancelled') {
      tools.draw?.('');
      return broadcast;
    }
    await pause(LOOK_MS);
  }
}

/** Throws UsageError when the organisation has no such broadcast. */
export async function findBroadcast(opened: OpenBroadcasts, options: WhichOne, id: string): Promise<Broadcast> {
  const organisation = await organisationOf(opened, options);
  const found = await opened.broadcasts.find(organisation, id);
  if (!found) throw new UsageError(`Det finns inget utskick ${id} i ${organisation}. / There is no such message.`);
  return found;
}

async function organisationOf({ people }: OpenBroadcasts, { organisation }: WhichOne): Promise<string> {
  const chosen = await chooseOrganisation(organisation, people);
  if (chosen.kind === 'unclear') throw new UsageError(chosen.message);
  return chosen.name;
}

type Words = Readonly<Record<string, string>>;

function describe(broadcast: Broadcast, counts: Counts, words: Words): string[] {
  const { title, startedAt, finishedAt, sendAt } = broadcast;
  const of = (name: string) => counts[name] ?? 0;
  const moment = (at: Date) => `${stockholmDate(at)} ${stockholmTime(at)}`;
  return [
    `${title}: ${statusIn(words, broadcast)}`,
    bar(of('delivered'), of('recipients')),
    ...(sendAt ? [`Skickas: ${moment(sendAt)}`] : []),
    ...(startedAt ? [`Började: ${moment(startedAt)}`] : []),
    ...(finishedAt ? [`Klart: ${moment(finishedAt)}`] : []),
    ...DELIVERY_STATES.filter((state) => of(state) > 0).map((state) => `${words[`state_${state}`]}: ${of(state)}`),
    ...Object.entries(counts)
      .filter(([name]) => name.startsWith('failed:'))
      .map(([name, count]) => `  ${count} ${words[`cause_${name.slice('failed:'.length)}`]}`),
    ...(
      [
        ['answered', 'Har bekräftat'],
        ['reminded', 'Påminda'],
        ['corrected', 'Rättade kort'],
        ['recalled', 'Tillbakadragna kort'],
        ['notEdited', 'Kort som inte gick att byta ut'],
        ['possibleDuplicates', 'Kan ha fått kortet två gånger'],
      ] as const
    )
      .filter(([name]) => of(name) > 0)
      .map(([name, label]) => `${label}: ${of(name)}`),
  ];
}

function statusIn(words: Words, { status, recalledAt }: Broadcast): string {
  return words[`status_${recalledAt ? 'recalled' : status}`] ?? status;
}
