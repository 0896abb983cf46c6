import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('Containerfile', 'utf8');
const lines = text.split('\n').filter((line) => /^[A-Z]+ /.test(line));
/** What the last stage says. */
const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
const sourceOf = (built: string) => built.replace(/^lib\/(.*)\.js$/, 'src/$1.ts');

describe('the image', () => {
  it('is of a long-term version of Node on Debian, without a moving tag', () => {
    const bases = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1]);
    expect(new Set(bases)).toEqual(new Set(['node:22-bookworm-slim']));
  });

  it('runs as somebody who is not root and owns nothing in it', () => {
    expect(last).toContain('USER node');
    expect(last.filter((line) => line.startsWith('COPY '))).toEqual(['COPY --from=build /app /app']);
  });

  it('has a health check of an address that the bot answers', () => {
    const check = /fetch\(`http:\/\/127\.0\.0\.1:\$\{process\.env\.PORT\}(\/\w+)`\)/.exec(text)?.[1];
    expect(readFileSync('src/http/server.ts', 'utf8')).toContain(`server.get('${check}'`);
  });

  it('and Bicep start programs that there are', () => {
    const started = [
      ...text.matchAll(/^CMD \["node", "(.*)"\]/gm),
      ...['app', 'worker'].flatMap((name) => [
        ...readFileSync(`infra/modules/${name}.bicep`, 'utf8').matchAll(/command: \['node', '(.*)'\]/g),
      ]),
    ].map(([, program]) => program!);
    expect(started).toEqual(['lib/main.js', 'lib/main.js', 'lib/worker.js']);
    expect(started.filter((program) => !existsSync(sourceOf(program)))).toEqual([]);
  });

  it('takes in no secrets and nothing that was made elsewhere', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.env', '*.env', '.git', 'node_modules', 'dist', '.data']));
  });
});
