/** Machine-readable zones of invented travel documents and cards, with check digits as in ICAO Doc 9303. */

export type MrzHolder = { family: string; given: string; birthDate: string; sex: 'F' | 'M' };
export type MrzDocument = {
  code: string;
  issuer: string;
  /** The issuer's own unless said otherwise, as for a refugee (XXB). */
  nationality?: string;
  documentNumber: string;
  expiresOn: string | null;
};

const WEIGHTS = [7, 3, 1] as const;

function valueOfSign(sign: string): number {
  if (sign === '<') return 0;
  return /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55;
}

export function checkDigit(field: string): string {
  const sum = [...field].reduce(
    (total, sign, index) => total + valueOfSign(sign) * (WEIGHTS[index % 3] ?? 0),
    0,
  );
  return String(sum % 10);
}

const LETTERS: Record<string, string> = {
  Æ: 'AE',
  Ø: 'OE',
  Å: 'AA',
  Ä: 'AE',
  Ö: 'OE',
  Ü: 'UE',
  ß: 'SS',
  Ð: 'D',
  Þ: 'TH',
  Ł: 'L',
  Đ: 'D',
};

export function transliterate(name: string): string {
  return [...name.toUpperCase().normalize('NFC')]
    .map(sign => LETTERS[sign] ?? sign.normalize('NFD'))
    .join('')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .replace(/[^A-Z0-9]+/g, '<');
}

const fill = (text: string, length: number): string => text.padEnd(length, '<').slice(0, length);

/** 1991-03-14 becomes 910314; an unknown date becomes filler signs. */
const shortDate = (date: string | null): string => (date ? date.slice(2, 10).replaceAll('-', '') : '<<<<<<');

const names = ({ family, given }: MrzHolder): string => `${transliterate(family)}<<${transliterate(given)}`;

const withCheck = (field: string): string => field + checkDigit(field);

/** The two lines of 44 signs in a passport. */
export function passportMrz(holder: MrzHolder, document: MrzDocument): [string, string] {
  const number = withCheck(fill(transliterate(document.documentNumber), 9));
  const birth = withCheck(shortDate(holder.birthDate));
  const expiry = withCheck(shortDate(document.expiresOn));
  const personal = `${fill('', 14)}0`;
  const composite = checkDigit(number + birth + expiry + personal);
  return [
    fill(`${fill(document.code, 2)}${document.issuer}${names(holder)}`, 44),
    `${number}${document.nationality ?? document.issuer}${birth}${holder.sex}${expiry}${personal}${composite}`,
  ];
}

/** The three lines of 30 signs on an identity or residence card. */
export function cardMrz(holder: MrzHolder, document: MrzDocument): [string, string, string] {
  const number = withCheck(fill(transliterate(document.documentNumber), 9));
  const first = fill(`${fill(document.code, 2)}${document.issuer}${number}`, 30);
  const birth = withCheck(shortDate(holder.birthDate));
  const expiry = withCheck(shortDate(document.expiresOn));
  const optional = fill('', 11);
  const composite = checkDigit(first.slice(5) + birth + expiry + optional);
  return [
    first,
    `${birth}${holder.sex}${expiry}${document.nationality ?? document.issuer}${optional}${composite}`,
    fill(names(holder), 30),
  ];
}
