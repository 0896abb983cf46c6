import type restify from 'restify';
import { filePage } from './file-page.js';

/** What an address leads to. The bytes come with a taking alone, which uses the address up. */
export type FileAnswer =
  { readonly kind: 'file'; readonly file: FileHead; readonly bytes: Uint8Array } | { readonly kind: Withheld };
export type FileLook = { readonly kind: 'file' | Withheld };
type Withheld = keyof typeof WITHHELD;

export interface FileHead {
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

/** Files that wait to be fetched, once. */
export interface FileDoor {
  take(token: string): Promise<FileAnswer>;
  look(token: string): Promise<FileLook>;
}

const WITHHELD = {
  denied: {
    status: 403,
    sv: 'Den som bad om filen får inte längre ha den.',
    en: 'Whoever asked for the file may no longer have it.',
  },
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

/** Nothing of it is kept, guessed, run, framed or told to another site. */
const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
};

/**
 * GET and HEAD of /files/TOKEN only look: link previews and scanners of messages open each address, some in a whole browser. The page's
 * button is a POST, which gives the file, once. What the file is called stands nowhere before that.
 */
export function addFileRoutes(server: restify.Server, files: FileDoor): void {
  const look = async (req: restify.Request, res: restify.Response) => show(res, await files.look(tokenOf(req)));
  server.get('/files/:token', look);
  server.head('/files/:token', look);
  server.post('/files/:token', async (req, res) => give(res, await files.take(tokenOf(req))));
}

function tokenOf(req: restify.Request): string {
  return String((req.params as Record<string, unknown>)['token']);
}

function show(res: restify.Response, { kind }: FileLook): void {
  if (kind !== 'file') return withhold(res, kind);
  const { html, policy } = filePage;
  res.sendRaw(200, html, {
    ...HEADERS,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
  });
}

function give(res: restify.Response, answer: FileAnswer): void {
  if (answer.kind !== 'file') return withhold(res, answer.kind);
  const { file, bytes } = answer;
  res.writeHead(200, {
    ...HEADERS,
    'content-type': file.contentType,
    'content-length': String(file.size),
    'content-disposition': dispositionOf(file.name),
  });
  res.end(Buffer.from(bytes));
}

function withhold(res: restify.Response, kind: Withheld): void {
  const { status, sv, en } = WITHHELD[kind];
  res.sendRaw(status, `${sv}\n\n${en}\n`, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' });
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
