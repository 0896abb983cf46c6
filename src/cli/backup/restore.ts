import { erasedSince, readManifest, restoreBackup } from '../../backup/index.js';
import { eraseAgain } from '../../composition/erase-again.js';
import { type BackupTools, list, type Options, progress } from './tools.js';

export async function restore(tools: BackupTools, wanted: string, options: Options): Promise<0 | 1> {
  const folder = tools.pathOf(wanted);
  const manifest = await readManifest(folder);
  await restoreBackup(tools.open(), { folder, manifest }, progress(tools, manifest));
  tools.draw?.('');
  list(tools, manifest);
  tools.print('Allt är återläst och kontrollerat rad för rad. / All is restored and verified row by row.');
  return eraseSince(tools, wanted, options);
}

/** Erases again whoever was erased after the back-up was made, as far as newer back-ups know. */
export async function eraseSince(tools: BackupTools, wanted: string, { erasures }: Options): Promise<0 | 1> {
  const folder = tools.pathOf(wanted);
  const { hashes, knownUntil } = await erasedSince(folder, await readManifest(folder), erasures.map(tools.pathOf));
  const again = { hashes, now: tools.clock(), by: 'terminal' };
  const { erased, waiting } = await eraseAgain(await tools.keeping(), again);
  tools.print(
    `Personer som raderats efter kopian: ${erased} är raderade igen. / Erased since the back-up: ${erased} erased again.`,
  );
  tools.print(
    `Raderingar är kända till ${knownUntil}; gör om dem som gjorts senare. / Erasures are known until then; do again what is later: docs/backup.md.`,
  );
  for (const why of waiting)
    tools.complain(
      `En radering väntar och provas igen varje natt / an erasure waits and is tried again each night: ${why}`,
    );
  return waiting.length > 0 ? 1 : 0;
}
