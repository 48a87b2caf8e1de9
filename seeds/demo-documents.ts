/** Papers of the demo: small PDFs that look like what applicants send, each marked as a specimen. */
import PDFDocument from 'pdfkit';
import { longDay, PAPERS, type PaperFacts, type PaperKind } from './demo-papers.ts';

export type { PaperFacts, PaperKind };

type Doc = PDFKit.PDFDocument;

const LEFT = 68;
const RIGHT = 527;
const INK = '#1c1c1c';
const GREY = '#5c6470';
const STAMP = '#7a3d5c';
const PEN = '#1d3c6e';

/** The same facts give the same bytes. */
export function drawDocument(kind: PaperKind, facts: PaperFacts): Promise<Buffer> {
  const paper = PAPERS[kind];
  const made = new Date(`${facts.dated}T10:00:00Z`);
  const title = paper.title;
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 0, autoFirstPage: false, compress: true, lang: 'nb-NO' },
    info: {
      Title: title,
      CreationDate: made,
      ModDate: made,
      Producer: 'HMS-kort Desk, spesimen',
      Creator: 'Spesimen',
    },
  });
  const pages = paper.pages(facts);
  for (const [index, page] of pages.entries()) {
    doc.addPage();
    drawHead(doc, { title: index === 0 ? title : `${title}, side ${index + 1}`, subtitle: paper.subtitle });
    const below = drawRows(doc, page.rows);
    if (page.text)
      doc
        .font('Times-Roman')
        .fontSize(12)
        .fillColor(INK)
        .text(page.text, LEFT, below + 14, { width: RIGHT - LEFT, lineGap: 4 });
    if (index === pages.length - 1) drawFoot(doc, facts, paper.signedBy);
  }
  return finish(doc);
}

function drawHead(doc: Doc, { title, subtitle }: { title: string; subtitle: string }): void {
  doc
    .lineWidth(1)
    .strokeColor(GREY)
    .circle(LEFT + 26, 92, 26)
    .stroke();
  doc.path(`M ${LEFT + 26} 78 l 12 5 v 9 c 0 8 -6 12 -12 15 c -6 -3 -12 -7 -12 -15 v -9 z`).stroke();
  doc.path(`M ${LEFT + 20} 92 l 5 5 l 9 -9`).stroke();
  doc
    .font('Times-Bold')
    .fontSize(title.length > 24 ? 17 : 24)
    .fillColor(INK)
    .text(title.toUpperCase(), LEFT + 70, 72, { characterSpacing: 1, lineBreak: false });
  doc
    .font('Times-Roman')
    .fontSize(12)
    .fillColor(GREY)
    .text(subtitle, LEFT + 70, 102, { lineBreak: false });
  doc.lineWidth(2).strokeColor(INK).moveTo(LEFT, 138).lineTo(RIGHT, 138).stroke();
}

/** @returns where they end */
function drawRows(
  doc: Doc,
  rows: readonly (readonly [label: string, value: string, more?: string])[],
): number {
  let y = 172;
  for (const [label, value, more] of rows) {
    doc
      .font('Times-Roman')
      .fontSize(12)
      .fillColor(GREY)
      .text(label, LEFT, y + 2, { width: 140 });
    doc
      .fontSize(14)
      .fillColor(INK)
      .text(value, LEFT + 150, y, { width: RIGHT - LEFT - 150 });
    y = doc.y + 2;
    if (more) {
      doc
        .fontSize(11.5)
        .fillColor(GREY)
        .text(more, LEFT + 150, y, { width: RIGHT - LEFT - 150 });
      y = doc.y;
    }
    y += 16;
  }
  return y;
}

function drawFoot(doc: Doc, { dated }: PaperFacts, signedBy: string | null): void {
  doc
    .font('Times-Italic')
    .fontSize(10)
    .fillColor(GREY)
    .text('Spesimen. Alle navn og numre er oppdiktet.', LEFT, 800, { lineBreak: false });
  if (!signedBy) return;
  doc.lineWidth(1.6).strokeColor(PEN);
  doc
    .path(
      `M ${LEFT + 12} 716 c 14 -26 20 -26 16 2 c 10 -34 24 -28 18 0 c 12 -26 18 -20 20 -4 c 10 8 34 -14 52 -10 s 30 6 44 -4`,
    )
    .stroke();
  doc
    .lineWidth(0.8)
    .strokeColor(GREY)
    .moveTo(LEFT, 730)
    .lineTo(LEFT + 200, 730)
    .stroke();
  doc.font('Times-Roman').fontSize(11).fillColor(GREY).text(signedBy, LEFT, 736, { lineBreak: false });
  drawStamp(doc, longDay(dated));
}

function drawStamp(doc: Doc, day: string): void {
  doc.save().rotate(-8, { origin: [420, 716] });
  doc
    .lineWidth(1.6)
    .strokeColor(STAMP)
    .circle(420, 716, 44)
    .stroke()
    .lineWidth(0.8)
    .circle(420, 716, 34)
    .stroke();
  doc
    .font('Helvetica-Bold')
    .fontSize(9)
    .fillColor(STAMP)
    .text('RETT KOPI', 380, 706, { width: 80, align: 'center', lineBreak: false });
  doc.font('Helvetica').fontSize(7.5).text(day, 380, 720, { width: 80, align: 'center', lineBreak: false });
  doc.restore();
}

function finish(doc: Doc): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    doc.end();
  });
}
