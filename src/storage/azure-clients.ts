import { TableClient, TableServiceClient } from '@azure/data-tables';
import { QueueServiceClient } from '@azure/storage-queue';
import { identityOfTheProcess } from './azure-identity.js';
import { asciiBodies, endAfter, QUEUE_RETRY, RETRY } from './pipeline.js';

/** Where storage is: Azurite or an account by connection string, or an account by address with the process's own identity. */
export type AzureAccount =
  { readonly connectionString: string } | { readonly tableUrl: string; readonly queueUrl: string };

/** Makes the package's clients, all with the same policies and tries again. */
export function clientsOf(account: AzureAccount, deadlineMs: number) {
  const credential = 'tableUrl' in account ? identityOfTheProcess() : undefined;
  const allowInsecureConnection = 'connectionString' in account && account.connectionString.includes('http://');
  // The package writes into the options that it gets, so each client gets its own.
  const options = () => ({ allowInsecureConnection, retryOptions: RETRY });
  const withPolicies = <Client extends TableClient | TableServiceClient>(made: Client): Client => {
    made.pipeline.addPolicy(endAfter(deadlineMs));
    // Only Azurite is reached without TLS.
    if (allowInsecureConnection) made.pipeline.addPolicy(asciiBodies);
    return made;
  };
  return {
    client: (name: string) =>
      withPolicies(
        'connectionString' in account
          ? TableClient.fromConnectionString(account.connectionString, name, options())
          : new TableClient(account.tableUrl, name, credential!, options()),
      ),
    service: withPolicies(
      'connectionString' in account
        ? TableServiceClient.fromConnectionString(account.connectionString, options())
        : new TableServiceClient(account.tableUrl, credential!, options()),
    ),
    queues:
      'connectionString' in account
        ? QueueServiceClient.fromConnectionString(account.connectionString, { retryOptions: QUEUE_RETRY })
        : new QueueServiceClient(account.queueUrl, credential, { retryOptions: QUEUE_RETRY }),
  };
}
