/** Writes the journal of a period as Norwegian SAF-T Financial 1.30 has it: accounts, tax codes and journal entries. For accountants and the tax authorities. */
import Builder from 'fast-xml-builder';
import { type SellerSettings, sellerOf } from '../invoice/seller.rules.ts';
import { type AccountBalance, type ExportedEntry, kronerOf } from './ledger-csv.ts';

export interface SaftFacts {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly accounts: readonly AccountBalance[];
  readonly entries: readonly ExportedEntry[];
  readonly settings: SellerSettings;
}

const NAMESPACE = 'urn:StandardAuditFile-Taxation-Financial:NO';

/** How the business specification groups each account. */
const GROUPS: Readonly<Record<string, readonly [category: string, code: string]>> = {
  1500: ['balanseverdiForOmloepsmiddel', '1500'],
  1920: ['balanseverdiForOmloepsmiddel', '1920'],
  2700: ['kortsiktigGjeld', '2740'],
  2990: ['kortsiktigGjeld', '2990'],
  2991: ['kortsiktigGjeld', '2990'],
  3000: ['salgsinntekt', '3000'],
  7830: ['annenDriftskostnad', '7830'],
};
/** Standard codes of outgoing VAT by rate. */
const TAX_CODES: Readonly<Record<number, string>> = { 0: '5', 12: '33', 15: '31', 25: '3' };
const taxCode = (percent: number): string => TAX_CODES[percent] ?? '3';

const builder = new Builder({ ignoreAttributes: false, format: true });

export function saftXml(facts: SaftFacts): string {
  const { entries } = facts;
  const sum = (wanted: (ore: bigint) => boolean) =>
    entries
      .map(({ amountOre }) => BigInt(amountOre))
      .reduce((all, ore) => (wanted(ore) ? all + ore : all), 0n);
  const transactions = Map.groupBy(entries, ({ voucherId }) => voucherId);
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    AuditFile: {
      '@_xmlns': NAMESPACE,
      Header: header(facts),
      MasterFiles: {
        GeneralLedgerAccounts: { Account: facts.accounts.map(accountOf) },
        TaxTable: { TaxTableEntry: taxes(entries) },
      },
      GeneralLedgerEntries: {
        NumberOfEntries: String(transactions.size),
        TotalDebit: amount(sum(ore => ore > 0n)),
        TotalCredit: amount(-sum(ore => ore < 0n)),
        Journal: {
          JournalID: 'HMS',
          Description: 'HMS-kort',
          Type: 'GL',
          Transaction: [...transactions.values()].map(transactionOf),
        },
      },
    },
  });
}

function header({ from, to, today, settings }: SaftFacts) {
  const seller = sellerOf(settings);
  const { street, postcode, city } = seller ?? {};
  return {
    AuditFileVersion: '1.30',
    AuditFileCountry: 'NO',
    AuditFileDateCreated: today,
    SoftwareCompanyName: 'HMS-kort Desk',
    SoftwareID: 'HMS-kort Desk',
    SoftwareVersion: '1',
    Company: {
      ...(seller ? { RegistrationNumber: seller.orgNumber } : {}),
      Name: clean(settings.issuerName),
      ...(street && postcode && city
        ? { Address: { StreetName: clean(street), City: clean(city), PostalCode: postcode, Country: 'NO' } }
        : {}),
      ...(seller ? { TaxRegistration: { TaxRegistrationNumber: `${seller.orgNumber}MVA` } } : {}),
      ...(seller ? { BankAccount: { BankAccountNumber: seller.bankAccount } } : {}),
    },
    DefaultCurrencyCode: 'NOK',
    SelectionCriteria: { SelectionStartDate: from, SelectionEndDate: to },
    TaxAccountingBasis: 'A',
  };
}

function accountOf({ account, name, openingOre, closingOre }: AccountBalance) {
  const [category, code] = GROUPS[account] ?? ['annenDriftskostnad', account];
  return {
    AccountID: account,
    AccountDescription: clean(name),
    GroupingCategory: category,
    GroupingCode: code,
    AccountType: 'GL',
    ...balance('Opening', BigInt(openingOre)),
    ...balance('Closing', BigInt(closingOre)),
  };
}

const balance = (when: 'Opening' | 'Closing', ore: bigint) =>
  ore < 0n ? { [`${when}CreditBalance`]: amount(-ore) } : { [`${when}DebitBalance`]: amount(ore) };

function taxes(entries: readonly ExportedEntry[]) {
  const percents = new Set(entries.flatMap(({ vatPercent }) => vatPercent ?? []));
  return {
    TaxType: 'MVA',
    Description: 'Merverdiavgift',
    TaxCodeDetails: [...percents, ...(percents.size === 0 ? [25] : [])].map(percent => ({
      TaxCode: taxCode(percent),
      Description: `Utgående merverdiavgift ${percent} %`,
      TaxPercentage: String(percent),
      Country: 'NO',
      StandardTaxCode: taxCode(percent),
      BaseRate: '100',
    })),
  };
}

function transactionOf(entries: readonly ExportedEntry[]) {
  const { voucher, bookedOn, bookedAt, text } = entries[0] as ExportedEntry;
  const vat = entries.find(({ account }) => account === '2700');
  return {
    TransactionID: voucher,
    Period: String(Number(bookedOn.slice(5, 7))),
    PeriodYear: bookedOn.slice(0, 4),
    TransactionDate: bookedOn,
    Description: clean(text),
    SystemEntryDate: bookedAt.toISOString().slice(0, 10),
    GLPostingDate: bookedOn,
    Line: entries.map(entry => lineOf(entry, vat)),
  };
}

function lineOf(entry: ExportedEntry, vat: ExportedEntry | undefined) {
  const { line, account, amountOre, invoice, text, vatPercent } = entry;
  const ore = BigInt(amountOre);
  return {
    RecordID: String(line),
    AccountID: account,
    ...(invoice ? { SourceDocumentID: invoice } : {}),
    Description: clean(text),
    ...side(ore),
    ...(account === '3000' && vatPercent !== null ? { TaxInformation: taxOf(vatPercent, ore, vat) } : {}),
  };
}

const side = (ore: bigint) =>
  ore < 0n ? { CreditAmount: { Amount: amount(-ore) } } : { DebitAmount: { Amount: amount(ore) } };

/** Of sales: what the VAT was reckoned from, and what it came to. */
const taxOf = (percent: number, base: bigint, vat: ExportedEntry | undefined) => ({
  TaxType: 'MVA',
  TaxCode: taxCode(percent),
  TaxPercentage: String(percent),
  TaxBase: amount(base < 0n ? -base : base),
  TaxAmount: { Amount: amount(BigInt((vat?.amountOre ?? '0').replace('-', ''))) },
});

const amount = (ore: bigint): string => kronerOf(String(ore), '.');

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML knows no way to write them
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g;
const clean = (text: string): string => text.replaceAll(NOT_XML, '');
