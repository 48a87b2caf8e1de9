/** Files as banks send them, for tests and for the bench; every line of an OCR file is 80 characters. */

export interface OcrPayment {
  readonly kid: string;
  readonly ore: number;
  readonly name?: string;
}

const pad = (value: number | string, width: number): string => String(value).padStart(width, '0');
const fill = (text: string): string => text.padEnd(80, '0');

/** Three records a payment, with the sums that belong to them. */
export function ocrGiroLines(payments: readonly OcrPayment[]): string[] {
  const ore = payments.reduce((sum, one) => sum + one.ore, 0);
  const items = payments.flatMap(({ kid, ore: amount, name }, index) => {
    const number = pad(index + 1, 7);
    const words = name === undefined ? [] : [fill(`NY092132${number}${name.padEnd(40)}`)];
    const type = name === undefined ? '10' : '21';
    return [
      fill(`NY09${type}30${number}20112613201014640${pad(amount, 17)}${kid.padStart(25)}`),
      fill(`NY09${type}31${number}${pad(index, 10)}${pad(100_000_000 + index, 9)}000000019112612345678911`),
      ...words,
    ];
  });
  const totals = (records: number) => `${pad(payments.length, 8)}${pad(records, 8)}${pad(ore, 17)}201126`;
  return [
    fill('NY000010000080800001230' + '0012345'),
    fill('NY090020001234567000000112345678903'),
    ...items,
    fill(`NY090088${totals(items.length + 2)}`),
    fill(`NY000089${totals(items.length + 4)}`),
  ];
}

export const ocrGiroFile = (payments: readonly OcrPayment[]): Buffer =>
  Buffer.from(`${ocrGiroLines(payments).join('\r\n')}\r\n`, 'latin1');

export interface CamtPayment {
  readonly amount: string;
  readonly kid?: string;
  readonly name?: string;
  readonly message?: string;
}

export function camtEntry({ amount, kid, name, message }: CamtPayment, index = 1): string {
  const structured = kid ? `<Strd><CdtrRefInf><Ref>${kid}</Ref></CdtrRefInf></Strd>` : '';
  const free = message ? `<Ustrd>${message}</Ustrd>` : '';
  const words = kid || message ? `<RmtInf>${free}${structured}</RmtInf>` : '';
  return `<Ntry><NtryRef>${index}</NtryRef><Amt Ccy="NOK">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls><TxDtls><Refs><AcctSvcrRef>REF${index}</AcctSvcrRef></Refs>
<RltdPties><Dbtr><Nm>${name ?? 'Nordfjell Bygg AS'}</Nm></Dbtr><DbtrAcct><Id><Othr><Id>12345678911</Id></Othr></Id></DbtrAcct></RltdPties>${words}</TxDtls></NtryDtls></Ntry>`;
}

export const camtFile = (entries: readonly string[], summary = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>M1</MsgId></GrpHdr>
<Ntfctn><Id>N1</Id><Acct><Id><Othr><Id>12345678903</Id></Othr></Id></Acct>${summary}
${entries.join('\n')}
</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`;
