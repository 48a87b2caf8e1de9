import { existsSync, readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { PDF_FILES, pdfFiles } from './pdf-files.ts';

const here = (file: string) => new URL(file, import.meta.url).pathname;
const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as { version: string };
const pages = ['index.html', 'upload.html', 'kort.html', 'lovlig.html'].filter(page =>
  existsSync(here(page)),
);
const server = 'http://127.0.0.1:4000';

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react(), pdfFiles()],
  define: { __DESK_VERSION__: JSON.stringify(version), __PDF_FILES__: JSON.stringify(`/${PDF_FILES}/`) },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    // Fonts must stay files: the content policy allows fonts from the site itself, not from data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: pages.map(here) },
  },
  server: {
    proxy: {
      '/graphql': server,
      '/files': server,
      '/uploads': server,
      '/auth': server,
      '/api': server,
      '/.well-known': server,
    },
  },
});
