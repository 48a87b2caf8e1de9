/** Serves the built console and the public pages, with the answer's nonce in place of the placeholder. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type Response } from 'express';

const PLACEHOLDER = '__CSP_NONCE__';
const YEAR_MS = 31_536_000_000;

export function serveConsole(app: Express, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) return;
  const page = (name: string) => {
    const html = readFileSync(join(folder, name), 'utf8');
    return (response: Response) =>
      response
        .type('html')
        .setHeader('Cache-Control', 'no-store')
        .send(html.replaceAll(PLACEHOLDER, String(response.locals.nonce)));
  };
  const index = page('index.html');
  const upload = existsSync(join(folder, 'upload.html')) ? page('upload.html') : index;
  const card = existsSync(join(folder, 'kort.html')) ? page('kort.html') : index;
  const buyers = existsSync(join(folder, 'lovlig.html')) ? page('lovlig.html') : index;
  app.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      immutable: true,
      maxAge: YEAR_MS,
      index: false,
      fallthrough: false,
    }),
  );
  app.use(
    express.static(folder, { index: false, maxAge: 3_600_000, extensions: [], setHeaders: noStoreForPages }),
  );
  app.get('/kort', (_request, response) => void card(response));
  app.get('/lovlig', (_request, response) => void buyers(response));
  app.get('/opplasting/:token', (_request, response) => void upload(response));
  app.get(
    /^\/(?!graphql|files|uploads|auth\/|oauth\/|api\/|healthz|readyz).*/,
    (_request, response) => void index(response),
  );
}

function noStoreForPages(response: Response, path: string): void {
  if (path.endsWith('.html')) response.setHeader('Cache-Control', 'no-store');
}
