import { openAzureStorage } from './azure-storage.js';
import { openMemoryStorage } from './memory-storage.js';
import type { Storage } from './table.js';

/** Where storage is, as config.ts reads it. */
export type StorageLocation =
  | { readonly kind: 'memory' }
  | { readonly kind: 'connection-string'; readonly connectionString: string }
  | { readonly kind: 'account'; readonly tableUrl: string; readonly queueUrl: string };

/** Opens storage; nothing is sent until the first call. `prefix` goes before every table name and keeps tests apart. */
export function openStorage(location: StorageLocation, prefix = ''): Storage {
  switch (location.kind) {
    case 'memory':
      return openMemoryStorage();
    case 'connection-string':
      return openAzureStorage({ connectionString: location.connectionString }, prefix);
    case 'account':
      return openAzureStorage({ tableUrl: location.tableUrl, queueUrl: location.queueUrl }, prefix);
  }
}
