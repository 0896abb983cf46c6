import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { GalleryData } from '../../src/cards/gallery/gallery-data.js';
import { serveGallery } from '../../src/cards/gallery/server.js';
import { folderWith, text } from './card-folder.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(directory: string): Promise<string> {
  const server = await serveGallery({ directory, port: 0 });
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the gallery', () => {
  it('listens on this machine only', async () => {
    await serve(folderWith([]));
    expect((servers[0]!.address() as AddressInfo).address).toBe('127.0.0.1');
  });

  it('serves the page and everything it loads', async () => {
    const address = await serve(folderWith([]));
    const page = await (await fetch(address)).text();
    const paths = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(paths.sort()).toEqual(['/gallery.css', '/gallery.js', '/lib/adaptivecards.js', '/lib/markdown-it.js']);
    for (const path of [...paths, '/host-config.js']) expect((await fetch(address + path)).status, path).toBe(200);
  });

  it('allows the page nothing from elsewhere', async () => {
    const { headers } = await fetch(await serve(folderWith([])));
    expect(headers.get('content-security-policy')).toBe("default-src 'self'; img-src 'self' data:");
  });

  it('gives each template bound in both languages, with size and findings', async () => {
    const address = await serve(folderWith([{ type: 'TextBlock', text: '${strings.hello}' }]));
    const data = (await (await fetch(`${address}/gallery.json`)).json()) as GalleryData;
    expect(data.maxBytes).toBe(28_672);
    expect(data.templates).toHaveLength(1);
    expect(data.templates[0]?.cards.en).toEqual({
      card: {
        type: 'AdaptiveCard',
        version: '1.5',
        lang: 'en',
        fallbackText: 'x',
        body: [{ type: 'TextBlock', text: 'Hello' }],
      },
      bytes: 115,
      findings: ['The text "Hello" does not wrap.'],
      text: 'Hello',
    });
  });

  it('tells a sample that does not fit instead of failing', async () => {
    const address = await serve(folderWith([text('${name}')]));
    const data = (await (await fetch(`${address}/gallery.json`)).json()) as GalleryData;
    expect(data.templates[0]?.cards.sv).toEqual({ error: 'demo/card.card.json: ${name} has no value in the data' });
  });

  it('tells a broken file instead of failing', async () => {
    const address = await serve(folderWith([], { 'demo/strings.sv.json': '{' }));
    const answer = await fetch(`${address}/gallery.json`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      error: expect.stringMatching(/^demo\/strings\.sv\.json: is not JSON/) as string,
    });
  });

  it('knows no other address', async () => {
    expect((await fetch(`${await serve(folderWith([]))}/../package.json`)).status).toBe(404);
  });

  it('names port and setting when the port is in use', async () => {
    const port = Number(new URL(await serve(folderWith([]))).port);
    await expect(serveGallery({ directory: 'cards', port })).rejects.toMatchObject({
      code: 'port_in_use',
      message: `Port ${port} is in use. Stop what uses it, or set CARDS_PORT to another port.`,
    });
  });
});
