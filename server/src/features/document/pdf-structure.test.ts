import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pdfRefusal } from './pdf-structure.ts';

const pdf = (...objects: (string | Buffer)[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'),
    ...objects.map(object => (typeof object === 'string' ? Buffer.from(object, 'latin1') : object)),
    Buffer.from('\ntrailer\n<< /Root 1 0 R /Size 9 >>\nstartxref\n0\n%%EOF\n'),
  ]);
const stream = (about: string, content: Buffer) =>
  Buffer.concat([
    Buffer.from(`5 0 obj\n<< ${about} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
const packed = (objects: string, about = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode') =>
  stream(about, deflateSync(Buffer.from(objects)));

const REFUSED: readonly (readonly [string, Buffer, string | null])[] = [
  ['a plain document', pdf('3 0 obj\n<< /Type /Page >>\nendobj\n'), null],
  [
    'a document with a link to a web page',
    pdf('4 0 obj\n<< /S /URI /URI (https://altinn.no) >>\nendobj\n'),
    null,
  ],
  ['plain objects in an object stream', pdf(packed('4 0 << /Type /Font >>')), null],
  ['a word processor that says "/JS" in its text', pdf('4 0 obj\n(see JS in the text)\nendobj\n'), null],
  [
    'picture data in which two letters look like a name',
    pdf(stream('/Subtype /Image', Buffer.from('x/JS /EF y'))),
    null,
  ],
  ['a picture with another name', Buffer.from('GIF89a'), 'DOCUMENT_FORMAT'],
  ['a web page that ends like a document', Buffer.from('<html>%PDF-1.7 %%EOF'), 'DOCUMENT_FORMAT'],
  ['half a document', pdf().subarray(0, 60), 'DOCUMENT_CORRUPT'],
  ['a document with a password', pdf('trailer\n<< /Encrypt 7 0 R >>\n'), 'DOCUMENT_ENCRYPTED'],
  [
    'a password in the packed trailer',
    pdf(stream('/Type /XRef /Encrypt 7 0 R', Buffer.from('x'))),
    'DOCUMENT_ENCRYPTED',
  ],
  ['a script', pdf('4 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n'), 'DOCUMENT_ACTIVE'],
  [
    'a script spelt with escapes',
    pdf('4 0 obj\n<< /S /J#61vaScrip#74 /#4aS 5 0 R >>\nendobj\n'),
    'DOCUMENT_ACTIVE',
  ],
  ['a script in an object stream', pdf(packed('4 0 << /S /JavaScript /JS (x) >>')), 'DOCUMENT_ACTIVE'],
  [
    'an object stream that does not say it is one',
    pdf(packed('4 0 << /JS (x) >>', '/N 1 /Fir#73t 4 /Filter [ /FlateDecode ]')),
    'DOCUMENT_ACTIVE',
  ],
  [
    'a script hidden in what passes for picture data',
    pdf(stream('/Subtype /Image', Buffer.from('4 0 obj << /S /JavaScript >>'))),
    'DOCUMENT_ACTIVE',
  ],
  ['a program it starts', pdf('4 0 obj\n<< /S /Launch /F (calc.exe) >>\nendobj\n'), 'DOCUMENT_ACTIVE'],
  ['a form that is sent somewhere', pdf('4 0 obj\n<< /S /SubmitForm >>\nendobj\n'), 'DOCUMENT_ACTIVE'],
  ['a form made of XML', pdf('4 0 obj\n<< /XFA 5 0 R >>\nendobj\n'), 'DOCUMENT_ACTIVE'],
  [
    'an earlier revision with a script',
    pdf('4 0 obj\n<< /JS (x) >>\nendobj\n', '4 0 obj\n<< >>\nendobj\n'),
    'DOCUMENT_ACTIVE',
  ],
  [
    'a file inside the file',
    pdf('4 0 obj\n<< /Type /Filespec /EF << /F 5 0 R >> >>\nendobj\n'),
    'DOCUMENT_EMBEDDED',
  ],
  ['an attachment', pdf('4 0 obj\n<< /Subtype /FileAttachment >>\nendobj\n'), 'DOCUMENT_EMBEDDED'],
  [
    'objects packed in a way nobody uses',
    pdf(packed('4 0 << >>', '/N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]')),
    'DOCUMENT_CORRUPT',
  ],
  ['objects that unpack to no end', pdf(packed(' '.repeat(61_000_000))), 'DOCUMENT_CORRUPT'],
];

describe('a PDF is taken in only when it is paper', () => {
  it.each(REFUSED)('%s', (_, bytes, refusal) => {
    expect(pdfRefusal(bytes)).toBe(refusal);
  });
});
