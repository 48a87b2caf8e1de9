/** What the PDF viewer fetches beside its code: fonts, character maps and decoders, under an address with their version. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const root = join(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const FOLDERS = ['cmaps', 'standard_fonts', 'wasm'];
/** The content policy runs no WebAssembly; each decoder comes as a script too. */
const isServed = (file: string) => !file.endsWith('.wasm') && !file.startsWith('quickjs');

export const PDF_FILES = `assets/pdf-${version}`;

export function pdfFiles(): Plugin {
  return {
    name: 'pdf-files',
    generateBundle() {
      for (const folder of FOLDERS)
        for (const file of readdirSync(join(root, folder)).filter(isServed))
          this.emitFile({
            type: 'asset',
            fileName: `${PDF_FILES}/${folder}/${file}`,
            source: readFileSync(join(root, folder, file)),
          });
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${PDF_FILES}`, (request, response, next) => {
        const [, folder = '', file = ''] =
          /^\/(\w+)\/([\w.-]+)$/.exec(request.url?.split('?')[0] ?? '') ?? [];
        if (!FOLDERS.includes(folder)) return next();
        if (file.endsWith('.js')) response.setHeader('content-type', 'text/javascript');
        response.end(readFileSync(join(root, folder, file)));
      });
    },
  };
}
