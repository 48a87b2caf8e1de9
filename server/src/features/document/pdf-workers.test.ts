import { afterAll, describe, expect, it } from 'vitest';
import { createPdfWorkers } from './pdf-workers.ts';

const pdf = (pages: number) => {
  const kids = Array.from({ length: pages }, (_, i) => `${i + 3} 0 R`);
  const page = (id: string) =>
    `${id.replace(' R', ' obj')}\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n`;
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages} >>\nendobj\n${kids.map(page).join('')}trailer\n<< /Root 1 0 R /Size ${pages + 3} >>\nstartxref\n0\n%%EOF\n`,
  );
};

describe('the process that looks into PDFs', () => {
  const workers = createPdfWorkers();
  afterAll(() => workers.close());
  const look = (bytes: Buffer) => workers.process({ bytes });

  it('counts the pages a viewer will show', async () => {
    expect(await look(pdf(1))).toEqual({ refusal: null, pages: 1 });
    expect(await look(pdf(12))).toEqual({ refusal: null, pages: 12 });
  });

  it('says why a document is refused', async () => {
    expect(await look(Buffer.from('not a document'))).toEqual({ refusal: 'DOCUMENT_FORMAT' });
    expect(await look(pdf(301))).toEqual({ refusal: 'DOCUMENT_TOO_MANY_PAGES' });
  });

  it('answers null for what no viewer can open, and goes on', async () => {
    expect(await look(Buffer.from('%PDF-1.4\nnothing\n%%EOF\n'))).toBeNull();
    expect(await look(pdf(2))).toEqual({ refusal: null, pages: 2 });
  });

  it('is killed when a document takes too long', async () => {
    const hasty = createPdfWorkers({ timeout: 5 });
    expect(await hasty.process({ bytes: pdf(1) })).toBeNull();
    hasty.close();
  });
});
