/** Gathers payments from the elements of a CAMT.054 as they pass by, with the sums the bank names compared; no entry stays in memory longer than it is read. */
import { oreOf } from '../invoice/amount.rules.ts';
import {
  dayOf,
  faultOn,
  type IncomingPayment,
  PaymentFault,
  type PaymentLineFault,
  saidAndFound,
} from './payment-file.rules.ts';

/** Values by their path below the element that they belong to. */
type Fields = Map<string, string>;

interface Scope {
  readonly name: string;
  readonly line: number;
  readonly fields: Fields;
  readonly depth: number;
}

const SCOPES = new Set(['Ntfctn', 'Ntry', 'TxDtls']);
const SAFE_TEXT = 400;

interface Entry {
  transactions: number;
  ore: number;
}

export class CamtNotification {
  readonly payments: IncomingPayment[] = [];
  readonly faults: PaymentLineFault[] = [];
  readonly #path: string[] = [];
  readonly #scopes: Scope[] = [];
  #entries: Entry = { transactions: 0, ore: 0 };
  #entry: Entry = { transactions: 0, ore: 0 };
  #text = '';

  isOutside(): boolean {
    return this.#path.length === 0;
  }

  open(name: string, line: number): void {
    this.#path.push(name);
    this.#text = '';
    if (SCOPES.has(name)) this.#scopes.push({ name, line, fields: new Map(), depth: this.#path.length });
    if (name === 'Ntry') this.#entry = { transactions: 0, ore: 0 };
    if (name === 'Ntfctn') this.#entries = { transactions: 0, ore: 0 };
  }

  attribute(name: string, value: string): void {
    this.#keep(`${this.#below()}@${name}`, value);
  }

  text(text: string): void {
    if (this.#text.length < SAFE_TEXT) this.#text += text;
  }

  close(): void {
    const text = this.#text.trim();
    if (text !== '') this.#keep(this.#below(), text);
    this.#text = '';
    const scope = this.#scopes.at(-1);
    if (scope?.depth === this.#path.length) {
      this.#scopes.pop();
      this.#closeScope(scope);
    }
    this.#path.pop();
  }

  /** «AmtDtls/TxAmt/Amt», below the nearest entry or transaction. */
  #below(): string {
    return this.#path.slice(this.#scopes.at(-1)?.depth ?? 0).join('/');
  }

  #keep(path: string, value: string): void {
    const fields = this.#scopes.at(-1)?.fields;
    const before = fields?.get(path);
    if (before === undefined) fields?.set(path, value.slice(0, SAFE_TEXT));
    // What the payer wrote may come in pieces.
    else if (path.endsWith('/Ustrd')) fields?.set(path, `${before} ${value}`.slice(0, SAFE_TEXT));
  }

  #closeScope({ name, fields, line }: Scope): void {
    if (name === 'TxDtls') this.#transaction(fields, line);
    if (name === 'Ntry') this.#endOfEntry(fields, line);
    if (name === 'Ntfctn') this.#endOfNotification(fields, line);
  }

  #transaction(own: Fields, line: number): void {
    const entry = this.#scopes.at(-1)?.fields ?? new Map<string, string>();
    this.#entry.transactions += 1;
    this.#entry.ore += amountIn(own, entry)?.ore ?? Number.NaN;
    this.#take({ own, entry, notification: this.#scopes.at(-2)?.fields ?? new Map(), line });
  }

  #endOfEntry(fields: Fields, line: number): void {
    const ore = oreOf(fields.get('Amt') ?? '');
    const { transactions, ore: found } = this.#entry;
    this.#entries.transactions += 1;
    this.#entries.ore += ore ?? Number.NaN;
    const notification = this.#scopes.at(-1)?.fields ?? new Map<string, string>();
    if (transactions === 0) {
      this.#take({ own: fields, entry: fields, notification, line });
      return;
    }
    const said = Number(fields.get('NtryDtls/Btch/NbOfTxs') ?? transactions);
    if (said !== transactions) this.#fault(line, PaymentFault.COUNT, saidAndFound(said, transactions));
    if (ore !== null && ore !== found) this.#fault(line, PaymentFault.SUM, saidAndFound(ore, found));
  }

  #endOfNotification(fields: Fields, line: number): void {
    const { transactions, ore } = this.#entries;
    const count = Number(
      fields.get('TxsSummry/TtlNtries/NbOfNtries') ??
        fields.get('TxsSummry/TtlCdtNtries/NbOfNtries') ??
        transactions,
    );
    if (count !== transactions) this.#fault(line, PaymentFault.COUNT, saidAndFound(count, transactions));
    const sum = fields.get('TxsSummry/TtlCdtNtries/Sum');
    const said = sum === undefined ? ore : (oreOf(sum) ?? Number.NaN);
    if (!Object.is(said, ore)) this.#fault(line, PaymentFault.SUM, saidAndFound(said, ore));
  }

  #take(seen: Seen): void {
    const payment = paymentOf(seen);
    if ('code' in payment) this.faults.push(payment);
    else this.payments.push(payment);
  }

  #fault(line: number, code: PaymentFault, text: string): void {
    this.faults.push(faultOn(line, code, text));
  }
}

interface Seen {
  readonly own: Fields;
  readonly entry: Fields;
  readonly notification: Fields;
  readonly line: number;
}

interface Amount {
  readonly ore: number | null;
  readonly currency: string;
}

/** Newer versions say the amount of a transaction itself, older ones in its details; one alone has that of its entry. */
function amountIn(own: Fields, entry: Fields): Amount | null {
  const path = ['Amt', 'AmtDtls/TxAmt/Amt', 'AmtDtls/InstdAmt/Amt'].find(one => own.has(one));
  const fields = path ? own : entry;
  const text = fields.get(path ?? 'Amt');
  return text === undefined ? null : { ore: oreOf(text), currency: fields.get(`${path ?? 'Amt'}@Ccy`) ?? '' };
}

function paymentOf(seen: Seen): IncomingPayment | PaymentLineFault {
  const { own, entry, line } = seen;
  const amount = amountIn(own, entry);
  const bookedOn = dayIn(entry);
  const fault = faultIn(seen, amount);
  if (fault) return faultOn(line, fault, amount ? `${amount.ore} ${amount.currency}` : '');
  if (!amount?.ore || amount.ore < 0)
    return faultOn(line, PaymentFault.AMOUNT, own.get('Amt') ?? entry.get('Amt'));
  if (!bookedOn)
    return faultOn(line, PaymentFault.DATE, entry.get('BookgDt/Dt') ?? entry.get('BookgDt/DtTm'));
  return { lineNumber: line, amountOre: amount.ore, bookedOn, ...payerOf(own), account: accountOf(seen) };
}

function faultIn({ own, entry }: Seen, amount: Amount | null): PaymentFault | null {
  const direction = own.get('CdtDbtInd') ?? entry.get('CdtDbtInd');
  if (direction !== 'CRDT' || entry.get('RvslInd') === 'true') return PaymentFault.NOT_A_PAYMENT;
  const status = entry.get('Sts') ?? entry.get('Sts/Cd');
  if (status !== 'BOOK') return PaymentFault.NOT_BOOKED;
  return amount && amount.currency !== 'NOK' ? PaymentFault.CURRENCY : null;
}

function dayIn(entry: Fields): string | null {
  const text = entry.get('BookgDt/Dt') ?? entry.get('BookgDt/DtTm') ?? '';
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T+Z-])/.exec(text) ?? [];
  return dayOf(year, month, day);
}

const first = (fields: Fields, paths: readonly string[]): string | null => {
  const path = paths.find(one => fields.has(one));
  return path ? (fields.get(path) ?? null) : null;
};

const payerOf = (own: Fields) => ({
  kid: first(own, ['RmtInf/Strd/CdtrRefInf/Ref', 'NtryDtls/TxDtls/RmtInf/Strd/CdtrRefInf/Ref']),
  payerAccount: first(own, ['RltdPties/DbtrAcct/Id/IBAN', 'RltdPties/DbtrAcct/Id/Othr/Id']),
  payerName: first(own, ['RltdPties/Dbtr/Nm', 'RltdPties/Dbtr/Pty/Nm']),
  message: first(own, ['RmtInf/Ustrd', 'RmtInf/Strd/AddtlRmtInf', 'AddtlTxInf', 'AddtlNtryInf']),
  archiveReference: first(own, [
    'Refs/AcctSvcrRef',
    'AcctSvcrRef',
    'Refs/TxId',
    'Refs/EndToEndId',
    'NtryRef',
  ]),
});

const accountOf = ({ notification }: Seen): string | null =>
  first(notification, ['Acct/Id/Othr/Id', 'Acct/Id/IBAN']);
