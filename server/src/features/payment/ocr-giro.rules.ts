/** Reads an OCR giro file of Nets (BBS format, records of 80 characters): its payments, and by line what is wrong; for the import of payments. */

import { amountOf, countOf, dateOf, field, KINDS, type OcrLine, readRecord } from './ocr-record.rules.ts';
import {
  faultOn,
  type IncomingPayment,
  MOST_PAYMENTS,
  PaymentFault,
  type PaymentFileContent,
  PaymentFileFormat,
  type PaymentLineFault,
  saidAndFound,
  unusable,
} from './payment-file.rules.ts';

/** Giro in all its ways (10 to 17), purchase with KID (19, 21). Not 18 and 20, which take a purchase back. */
const PAYMENTS = new Set(['10', '11', '12', '13', '14', '15', '16', '17', '19', '21']);

interface Totals {
  transactions: number;
  records: number;
  ore: number;
}

interface Begun {
  readonly number: string;
  readonly payment: IncomingPayment | null;
}

const none = (): Totals => ({ transactions: 0, records: 0, ore: 0 });

/** Text of one character a byte, so that columns stay where they are. */
export function readOcrGiro(text: string): PaymentFileContent {
  const reader = new OcrReader();
  for (const [index, line] of text.split(/\r?\n/).entries()) reader.take(line, index + 1);
  return reader.end();
}

class OcrReader {
  readonly #payments: IncomingPayment[] = [];
  readonly #faults: PaymentLineFault[] = [];
  #file: Totals | null = null;
  #order: Totals | null = null;
  #account: string | null = null;
  #begun: Begun | null = null;
  /** The number of the transaction just read. */
  #done: string | null = null;
  /** A transaction of which a record was not to be read: its other records are not faults of their own. */
  #lost = false;
  #ended = false;
  #last = 1;
  readonly #handlers: Readonly<Record<OcrLine['kind'], (line: OcrLine) => void>> = {
    [KINDS.START]: line => this.#start(line),
    [KINDS.ORDER_START]: line => this.#startOrder(line),
    [KINDS.ITEM_1]: line => this.#item1(line),
    [KINDS.ITEM_2]: line => this.#item2(line),
    [KINDS.ITEM_3]: line => this.#item3(line),
    [KINDS.ORDER_END]: line => this.#endOrder(line),
    [KINDS.FILE_END]: line => this.#endFile(line),
  };

  take(line: string, lineNumber: number): void {
    if (line.trim() === '') return;
    this.#last = lineNumber;
    const read = readRecord(line);
    this.#count('kind' in read ? read.kind : null);
    if ('fault' in read) this.#lose(lineNumber, read.fault, line);
    else this.#handlers[read.kind]({ ...read, lineNumber });
  }

  /** A record that cannot be read is one of the records that the bank counted. */
  #count(kind: OcrLine['kind'] | null): void {
    if (this.#file) this.#file.records += 1;
    if (this.#order && kind !== KINDS.FILE_END) this.#order.records += 1;
  }

  #start({ lineNumber, text }: OcrLine): void {
    if (this.#file) {
      this.#fault(lineNumber, PaymentFault.ORDER, text);
      return;
    }
    this.#file = { ...none(), records: 1 };
  }

  #startOrder({ lineNumber, text }: OcrLine): void {
    if (!this.#file || this.#order) this.#fault(lineNumber, PaymentFault.ORDER, text);
    this.#order = { ...none(), records: 1 };
    this.#account = field(text, 25, 35);
  }

  #item1(line: OcrLine): void {
    const { lineNumber, text } = line;
    this.#finish();
    this.#lost = false;
    this.#done = null;
    if (!this.#order) {
      this.#lose(lineNumber, PaymentFault.ORDER, text);
      return;
    }
    const ore = amountOf(text, 33, 49);
    const bookedOn = dateOf(text, 16, 21);
    this.#order.transactions += 1;
    this.#order.ore += ore ?? 0;
    const fault = faultOfItem(text, ore, bookedOn);
    if (fault) this.#fault(lineNumber, fault, text);
    const kid = field(text, 50, 74).trim() || null;
    const known = { lineNumber, kid, amountOre: ore ?? 0, bookedOn: bookedOn ?? '', account: this.#account };
    const unknown = { payerAccount: null, payerName: null, message: null, archiveReference: null };
    this.#begun = { number: field(text, 9, 15), payment: fault ? null : { ...known, ...unknown } };
  }

  #item2({ lineNumber, text }: OcrLine): void {
    const begun = this.#begun;
    if (this.#lost) return;
    if (!begun || begun.number !== field(text, 9, 15)) {
      this.#lose(lineNumber, PaymentFault.ORDER, text);
      return;
    }
    if (!begun.payment) {
      this.#drop();
      return;
    }
    const payerAccount = digitsOrNull(field(text, 48, 58));
    const archiveReference = digitsOrNull(field(text, 26, 34));
    this.#payments.push({ ...begun.payment, payerAccount, archiveReference });
    this.#done = begun.number;
    this.#drop();
  }

  /** Free words of the payer, which follow the other two. */
  #item3({ lineNumber, text }: OcrLine): void {
    const paid = this.#payments.at(-1);
    if (this.#begun) {
      this.#lose(lineNumber, PaymentFault.ORDER, text);
      return;
    }
    if (paid && this.#done === field(text, 9, 15))
      this.#payments[this.#payments.length - 1] = { ...paid, message: field(text, 16, 55).trim() || null };
  }

  #endOrder({ lineNumber, text }: OcrLine): void {
    this.#finish();
    const order = this.#order;
    if (!order) {
      this.#fault(lineNumber, PaymentFault.ORDER, text);
      return;
    }
    this.#compare(text, lineNumber, order);
    if (this.#file) {
      this.#file.transactions += order.transactions;
      this.#file.ore += order.ore;
    }
    this.#order = null;
    this.#account = null;
  }

  #endFile({ lineNumber, text }: OcrLine): void {
    this.#finish();
    if (!this.#file || this.#order) this.#fault(lineNumber, PaymentFault.ORDER, text);
    if (this.#file) this.#compare(text, lineNumber, this.#file);
    this.#ended = true;
  }

  #compare(text: string, lineNumber: number, found: Totals): void {
    const said = {
      transactions: countOf(text, 9, 16),
      records: countOf(text, 17, 24),
      ore: countOf(text, 25, 41),
    };
    for (const name of ['transactions', 'records'] as const)
      if (said[name] !== found[name])
        this.#fault(lineNumber, PaymentFault.COUNT, saidAndFound(said[name], found[name]));
    if (said.ore !== found.ore) this.#fault(lineNumber, PaymentFault.SUM, saidAndFound(said.ore, found.ore));
  }

  /** Half a transaction is none. */
  #finish(): void {
    const half = this.#begun?.payment;
    if (half) this.#fault(half.lineNumber, PaymentFault.INCOMPLETE);
    this.#drop();
  }

  #drop(): void {
    this.#begun = null;
  }

  #lose(lineNumber: number, code: PaymentFault, text: string): void {
    this.#fault(lineNumber, code, text);
    this.#drop();
    this.#lost = true;
  }

  #fault(lineNumber: number, code: PaymentFault, text = ''): void {
    this.#faults.push(faultOn(lineNumber, code, text));
  }

  end(): PaymentFileContent {
    this.#finish();
    const format = PaymentFileFormat.OCR_GIRO;
    if (this.#payments.length > MOST_PAYMENTS)
      return unusable(faultOn(this.#last, PaymentFault.TOO_MANY), format);
    if (!this.#ended) this.#fault(this.#last, PaymentFault.NO_END);
    return { format, payments: this.#payments, faults: this.#faults };
  }
}

function faultOfItem(text: string, ore: number | null, bookedOn: string | null): PaymentFault | null {
  if (ore === null) return PaymentFault.AMOUNT;
  if (bookedOn === null) return PaymentFault.DATE;
  return PAYMENTS.has(field(text, 5, 6)) && ore > 0 ? null : PaymentFault.NOT_A_PAYMENT;
}

const digitsOrNull = (text: string): string | null =>
  /^\d+$/.test(text) && !/^0+$/.test(text) ? text : null;
