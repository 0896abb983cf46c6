import { createHash } from 'node:crypto';

const STYLE =
  ':root{color-scheme:light dark;font:1.125rem/1.5 system-ui,sans-serif}' +
  'main{max-width:34rem;margin:12vh auto 0;padding:0 1.25rem}h1{font-size:1.5rem}' +
  'button{font:inherit;font-weight:600;padding:.75rem 1.5rem;min-height:2.75rem;cursor:pointer}';

/**
 * The page of a file's address: one button, in both languages, the same for every file, so that an address tells nothing of what lies
 * behind it. Works without script. `policy` is its Content-Security-Policy: its own style, its own form, and nothing else.
 */
export const filePage = {
  html: `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Hämta filen – UBARA-assistenten</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Filen är klar att hämta</h1>
<p>Den hämtas en gång, med knappen. Stäng sedan sidan.</p>
<p lang="en">The file is ready. It is fetched once, by the button. Close the page afterwards.</p>
<form method="post"><button type="submit">Hämta filen / <span lang="en">Fetch the file</span></button></form>
</main>
</body>
</html>
`,
  policy:
    `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; ` +
    `form-action 'self'; base-uri 'none'; frame-ancestors 'none'; sandbox allow-forms allow-downloads`,
} as const;
