import type restify from 'restify';

/** What an address leads to. The bytes come with a taking alone, which uses the address up. */
export type FileAnswer =
  | { readonly kind: 'file'; readonly file: FileHead; readonly bytes?: Uint8Array }
  | { readonly kind: 'used' | 'expired' | 'unknown' };

export interface FileHead {
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

/** Files that wait to be fetched by whoever has the address, once. */
export interface FileDoor {
  take(token: string): Promise<FileAnswer>;
  look(token: string): Promise<FileAnswer>;
}

const GONE = {
  used: {
    status: 410,
    sv: 'Länken har redan använts. Den fungerar en gång; be om filen igen i chatten.',
    en: 'The link has been used. It works once; ask for the file again in the chat.',
  },
  expired: {
    status: 410,
    sv: 'Länken har gått ut. Den gäller i tio minuter; be om filen igen i chatten.',
    en: 'The link has expired. It is good for ten minutes; ask for the file again in the chat.',
  },
  unknown: {
    status: 404,
    sv: 'Här finns ingen fil. Be om den igen i chatten.',
    en: 'There is no file here. Ask for it again in the chat.',
  },
} as const;

/** Nothing of it is kept, guessed, run or told to another site. */
const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
};

/** GET /files/TOKEN gives the file, once; HEAD, which link previews and scanners send, only says that it is there. */
export function addFileRoutes(server: restify.Server, files: FileDoor): void {
  server.get('/files/:token', async (req, res) => answer(res, await files.take(tokenOf(req))));
  server.head('/files/:token', async (req, res) => answer(res, await files.look(tokenOf(req))));
}

function tokenOf(req: restify.Request): string {
  return String((req.params as Record<string, unknown>)['token']);
}

function answer(res: restify.Response, outcome: FileAnswer): void {
  if (outcome.kind !== 'file') {
    const { status, sv, en } = GONE[outcome.kind];
    res.sendRaw(status, `${sv}\n\n${en}\n`, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' });
    return;
  }
  const { file, bytes } = outcome;
  res.writeHead(200, {
    ...HEADERS,
    'content-type': file.contentType,
    'content-length': String(file.size),
    'content-disposition': dispositionOf(file.name),
  });
  res.end(bytes === undefined ? undefined : Buffer.from(bytes));
}

/** The name for every browser, and with its å, ä and ö for those that read RFC 5987; never a way out of the header. */
function dispositionOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
