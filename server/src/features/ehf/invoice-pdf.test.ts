import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, it } from 'vitest';
import type { InvoiceDocument } from '../invoice/invoice-document.rules.ts';
import { creditNoteExample, invoiceExample } from './ehf.examples.ts';
import { renderInvoice } from './invoice-pdf.ts';
import { createInvoicePress } from './invoice-press.ts';

interface Node {
  role?: string;
  children?: Node[];
}

/** What a reader that knows nothing of this program finds in the file. */
async function readBack(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { info, metadata } = await pdf.getMetadata();
  const pages: string[] = [];
  const roles: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items
        .map(item => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/ (?=,\d)/g, ''),
    );
    roles.push(...rolesOf((await page.getStructTree()) as Node | null));
  }
  const archive = [metadata?.get('pdfaid:part'), metadata?.get('pdfaid:conformance')];
  return { pages, roles, archive, info: info as Record<string, string> };
}

const rolesOf = (node: Node | null): string[] =>
  node ? [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesOf)] : [];

const PERSONAL: InvoiceDocument = {
  ...invoiceExample,
  buyer: { ...invoiceExample.buyer, name: 'Kari Orderer', orgNumber: null, street: null },
};

describe('an invoice on paper', () => {
  it('says all that the invoice says, tagged and for the archive', async () => {
    const { pages, roles, archive, info } = await readBack(await renderInvoice(invoiceExample));
    expect(pages).toHaveLength(1);
    for (const said of [
      ...[
        'Faktura 2026000101',
        'Utsteder: Kortservice AS',
        'Org.nr. NO 310 078 417 MVA',
        'Foretaksregisteret',
      ],
      ...[
        'Dato 6. november 2026',
        'Forfall 6. desember 2026',
        'Nordfjell Bygg AS, 312 345 676',
        'Havnegata 8',
      ],
      ...['Deres referanse PO-77412', 'Vår referanse 1045164', 'KID 20260001019', '1234.56.78903'],
      ...['HMS-kort bygg og anlegg', 'Underenhet 313 000 001', '129,50', '518,00', 'Mva. 25 %', '647,50'],
    ])
      expect(pages[0]).toContain(said);
    expect(pages[0]).not.toContain('774102');
    expect([archive, info.Language, info.Title]).toEqual([['1', 'A'], 'nb-NO', 'Faktura 2026000101']);
    expect(roles.filter(role => ['H1', 'Table', 'TH', 'TD'].includes(role))).toEqual([
      ...['H1', 'Table', 'TH', 'TH', 'TH', 'TH', 'TD', 'TD', 'TD', 'TD'],
    ]);
  });

  it('that credits another names it, asks for no payment, and is in the language of the firm', async () => {
    const nn = await readBack(await renderInvoice({ ...creditNoteExample, language: 'nn' }));
    expect(nn.pages[0]).toContain('Gjeld faktura 2026000101 av 6. november 2026');
    expect(nn.pages[0]).toContain('Kreditnotaen skal ikkje betalast.');
    expect(nn.pages[0]).not.toContain('KID');
    const en = await readBack(await renderInvoice({ ...creditNoteExample, language: 'en' }));
    expect(en.pages[0]).toContain('Credit note K2026000017');
    expect(en.info.Language).toBe('en-GB');
  });

  it('goes over as many pages as it needs, with the heads of its columns on each', async () => {
    const lines = Array.from({ length: 60 }, () => invoiceExample.lines).flat();
    const { pages } = await readBack(await renderInvoice({ ...invoiceExample, lines }));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toMatch(/Linje Antall Pris Sum .*Side \d av \d/);
  });

  it('is made for a person too, who has no organisation number', async () => {
    const { pages } = await readBack(await renderInvoice(PERSONAL));
    expect(pages[0]).toContain('Kunde Kari Orderer 6770 Nordfjordeid');
  });
});

const press = createInvoicePress();
afterAll(() => press.close());

describe('the press of invoices', () => {
  it('prints beside the server, the same bytes for the same invoice', async () => {
    const [first, again] = [await press.print(invoiceExample), await press.print(invoiceExample)];
    expect(first.equals(again)).toBe(true);
    expect(first.equals(await renderInvoice(invoiceExample))).toBe(true);
  }, 30_000);
});
