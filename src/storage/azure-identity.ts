import type { TokenCredential } from '@azure/identity';

/** The process's own identity in Azure. The package is loaded with the first token: where Azurite is, nobody needs it. */
export function identityOfTheProcess(): TokenCredential {
  let loading: Promise<TokenCredential> | undefined;
  const load = async () => new (await import('@azure/identity')).DefaultAzureCredential();
  return { getToken: async (...wanted) => (await (loading ??= load())).getToken(...wanted) };
}
