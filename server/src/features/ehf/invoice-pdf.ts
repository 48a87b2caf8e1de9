/** Puts an invoice or a credit note on paper as its reader sees it: tagged PDF/A in the firm's language, the same bytes for the same invoice. For the firm, and for finance who answers it. */
import { createHash } from 'node:crypto';
import {
  asArtifact,
  collected,
  LANGUAGE_TAGS,
  MARGINS,
  mm,
  newTaggedPdf,
  TEXT_SIZE,
} from '../../platform/pdf/tagged-pdf.ts';
import { dayInWords } from '../correspondence/letter.rules.ts';
import { kronerOf } from '../invoice/amount.rules.ts';
import {
  type InvoiceDocument,
  InvoiceKind,
  type InvoiceLine,
  type PostalAddress,
} from '../invoice/invoice-document.rules.ts';
import { formatOrgNumber } from '../organisation/org-number.rules.ts';
import { type InvoiceWords, invoiceWords } from './invoice-form.rules.ts';

const WIDTH = mm(210) - MARGINS.left - MARGINS.right;
const RIGHT = MARGINS.left + WIDTH;
const PAIR_LABEL = mm(38);
const SMALL = 9;
/** Where each column of the lines begins, and how wide it is. */
const COLUMNS = [
  { x: MARGINS.left, width: WIDTH - mm(80), align: 'left' },
  { x: RIGHT - mm(78), width: mm(18), align: 'right' },
  { x: RIGHT - mm(58), width: mm(26), align: 'right' },
  { x: RIGHT - mm(30), width: mm(30), align: 'right' },
] as const;
const ROW_ROOM = mm(16);
const TOTALS_ROOM = mm(50);

interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
  readonly words: InvoiceWords;
  readonly invoice: InvoiceDocument;
  money(ore: number): string;
}

export function renderInvoice(invoice: InvoiceDocument): Promise<Buffer> {
  const words = invoiceWords(invoice.language);
  const doc = newTaggedPdf({
    language: invoice.language,
    title: titleOf(invoice, words),
    author: invoice.seller.name,
    date: invoice.issuedOn,
    identity: createHash('sha256').update(JSON.stringify(invoice)).digest('hex'),
  });
  const bytes = collected(doc);
  const root = doc.struct('Document', { lang: LANGUAGE_TAGS[invoice.language] });
  doc.addStructure(root);
  const sheet = { doc, root, words, invoice, money: (ore: number) => kronerOf(ore, invoice.language) };
  writeHead(sheet);
  writePairs(sheet);
  writeLines(sheet);
  writeTotals(sheet);
  writeFoot(sheet);
  root.end();
  numberPages(sheet);
  doc.end();
  return bytes;
}

const titleOf = ({ kind, number }: InvoiceDocument, words: InvoiceWords): string =>
  `${kind === InvoiceKind.INVOICE ? words.invoice : words.creditNote} ${number}`;

function element({ doc, root }: Sheet, tag: 'H1' | 'P', write: () => unknown): void {
  root.add(
    doc.struct(tag, {}, () => {
      write();
      doc.font('regular').fontSize(TEXT_SIZE);
    }),
  );
}

function writeHead(sheet: Sheet): void {
  const { doc, words, invoice } = sheet;
  const { seller } = invoice;
  const top = doc.y;
  element(sheet, 'P', () => doc.font('bold').text('HMS-kort', MARGINS.left, top, { width: WIDTH / 2 }));
  const issuer = [
    `${words.issuer}: ${seller.name}`,
    ...addressLines(seller),
    `${words.orgNumber} NO ${formatOrgNumber(seller.orgNumber)} MVA`,
    'Foretaksregisteret',
    seller.email,
  ];
  element(sheet, 'P', () => doc.fontSize(SMALL).text(issuer.join('\n'), { width: WIDTH / 2, lineGap: 2 }));
  const bottom = doc.y;
  const half = { width: WIDTH / 2, align: 'right' } as const;
  const middle = MARGINS.left + WIDTH / 2;
  element(sheet, 'H1', () => doc.font('bold').fontSize(14).text(titleOf(invoice, words), middle, top, half));
  const days = [
    `${words.date} ${dayInWords(invoice.issuedOn, invoice.language)}`,
    ...(invoice.dueOn ? [`${words.due} ${dayInWords(invoice.dueOn, invoice.language)}`] : []),
  ];
  element(sheet, 'P', () =>
    doc.fontSize(SMALL).text(days.join('\n'), middle, doc.y, { ...half, lineGap: 2 }),
  );
  doc.y = Math.max(doc.y, bottom) + mm(12);
}

const addressLines = ({ street, postcode, city }: PostalAddress): string[] =>
  [street, [postcode, city].filter(Boolean).join(' ')].filter((line): line is string => !!line);

function writePairs(sheet: Sheet): void {
  const { words, invoice } = sheet;
  const { buyer } = invoice;
  const name = buyer.orgNumber ? `${buyer.name}, ${formatOrgNumber(buyer.orgNumber)}` : buyer.name;
  writePair(sheet, words.customer, [name, ...addressLines(buyer)].join('\n'));
  if (invoice.customerReference) writePair(sheet, words.yourReference, invoice.customerReference);
  writePair(sheet, words.ourReference, invoice.orderNumber);
  if (!invoice.credits) {
    writePair(sheet, words.kid, invoice.kid);
    writePair(sheet, words.account, formatAccount(invoice.seller.bankAccount));
  }
  sheet.doc.y += mm(8);
}

/** One paragraph in two columns: a screen reader says them together. */
function writePair(sheet: Sheet, label: string, text: string): void {
  const { doc } = sheet;
  const top = doc.y;
  element(sheet, 'P', () => {
    doc.fillColor('#555').text(label, MARGINS.left, top, { width: PAIR_LABEL });
    doc.fillColor('black').text(text, MARGINS.left + PAIR_LABEL, top, { width: WIDTH - PAIR_LABEL });
  });
  doc.y += 4;
}

const formatAccount = (account: string): string => account.replace(/^(\d{4})(\d\d)(\d{5})$/, '$1.$2.$3');

function writeLines(sheet: Sheet): void {
  const { doc, root, words, invoice } = sheet;
  const table = doc.struct('Table');
  root.add(table);
  const heads = [words.line, words.quantity, words.price, words.sum];
  writeRow(sheet, table, { tag: 'TH', cells: heads });
  rule(doc, 1);
  for (const line of invoice.lines) {
    if (doc.y > doc.page.height - MARGINS.bottom - ROW_ROOM) {
      doc.addPage();
      asArtifact(doc, () => drawCells(doc, heads));
      rule(doc, 1);
    }
    writeRow(sheet, table, { tag: 'TD', cells: cellsOf(sheet, line) });
    rule(doc, 0.4);
  }
  table.end();
}

const cellsOf = ({ words, money }: Sheet, line: InvoiceLine): readonly string[] => [
  `${words.cards[line.scheme]}\n${words.unit} ${formatOrgNumber(line.unitOrgNumber)} ${line.unitName}`,
  String(line.quantity),
  money(line.unitPriceOre),
  money(line.netOre),
];

interface Row {
  readonly tag: 'TH' | 'TD';
  readonly cells: readonly string[];
}

function writeRow({ doc }: Sheet, table: PDFKit.PDFStructureElement, { tag, cells }: Row): void {
  const top = doc.y + 4;
  let bottom = top;
  const row = doc.struct('TR');
  table.add(row);
  for (const [index, text] of cells.entries()) {
    row.add(
      doc.struct(tag, {}, () => {
        drawCell(doc, { index, text, top });
        bottom = Math.max(bottom, doc.y);
      }),
    );
  }
  row.end();
  doc.y = bottom + 4;
}

function drawCells(doc: PDFKit.PDFDocument, cells: readonly string[]): void {
  const top = doc.y;
  for (const [index, text] of cells.entries()) drawCell(doc, { index, text, top });
  doc.y += 4;
}

interface Cell {
  readonly index: number;
  readonly text: string;
  readonly top: number;
}

function drawCell(doc: PDFKit.PDFDocument, { index, text, top }: Cell): void {
  const { x, width, align } = COLUMNS[index] ?? COLUMNS[0];
  const [main = '', ...under] = text.split('\n');
  doc.text(main, x, top, { width, align });
  if (under.length > 0) doc.fontSize(SMALL).fillColor('#555').text(under.join(' '), { width, align });
  doc.fontSize(TEXT_SIZE).fillColor('black');
}

function rule(doc: PDFKit.PDFDocument, thickness: number): void {
  const draw = () =>
    doc.moveTo(MARGINS.left, doc.y).lineTo(RIGHT, doc.y).lineWidth(thickness).strokeColor('#555').stroke();
  asArtifact(doc, draw, 'Layout');
  doc.y += 2;
}

function writeTotals(sheet: Sheet): void {
  const { doc, words, invoice, money } = sheet;
  if (doc.y > doc.page.height - MARGINS.bottom - TOTALS_ROOM) doc.addPage();
  writeSum(sheet, words.net, money(invoice.netOre));
  writeSum(sheet, words.vat(invoice.vatPercent), money(invoice.vatOre));
  rule(doc, 0.4);
  doc.font('bold').fontSize(12);
  writeSum(sheet, invoice.credits ? words.credited : words.toPay, money(invoice.grossOre));
  rule(doc, 1.5);
}

function writeSum({ doc, root }: Sheet, label: string, sum: string): void {
  const top = doc.y + 4;
  root.add(
    doc.struct('P', {}, () => {
      doc.text(label, MARGINS.left, top, { width: WIDTH / 2 });
      doc.text(sum, MARGINS.left + WIDTH / 2, top, { width: WIDTH / 2, align: 'right' });
    }),
  );
  doc.y += 4;
}

function writeFoot(sheet: Sheet): void {
  const { doc, words, invoice } = sheet;
  doc.font('regular').fontSize(TEXT_SIZE);
  const { credits, language } = invoice;
  const text = credits
    ? `${words.credits(credits.number, dayInWords(credits.issuedOn, language))} ${words.nothingToPay}`
    : words.payBy(formatAccount(invoice.seller.bankAccount));
  doc.y += mm(6);
  element(sheet, 'P', () => doc.text(text, MARGINS.left, doc.y, { width: WIDTH, lineGap: 2 }));
}

function numberPages({ doc, words, invoice }: Sheet): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    doc.page.margins.bottom = 0;
    const text = `${invoice.seller.name}  ·  ${titleOf(invoice, words)}  ·  ${words.page(page - start + 1, count)}`;
    asArtifact(doc, () =>
      doc.fontSize(8).text(text, MARGINS.left, doc.page.height - mm(15), { lineBreak: false }),
    );
  }
}
