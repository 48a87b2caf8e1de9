/** Lays an invoice or a credit note out as EHF 3 (Peppol BIS Billing 3.0 in UBL 2.1), element by element in the order the schema wants; for the firm's bookkeeping system. */
import { decimalOf } from '../invoice/amount.rules.ts';
import {
  type Buyer,
  type InvoiceDocument,
  InvoiceKind,
  type InvoiceLine,
  type PostalAddress,
  type Seller,
} from '../invoice/invoice-document.rules.ts';
import { type InvoiceWords, invoiceWords } from './invoice-form.rules.ts';
import { CREDIT_NOTE_NS, INVOICE_NS, PREFIXES, PROFILE, SPECIFICATION } from './ubl.rules.ts';

/** An element by its name; a list is the same element again and again. */
export interface UblNode {
  readonly [name: string]: UblValue;
}
type UblValue = string | null | UblNode | readonly UblNode[];

const CURRENCY = 'NOK';
/** Norwegian organisation numbers (ISO 6523). */
const ORG_NUMBER_SCHEME = '0192';
const CREDIT_TRANSFER = '30';
const PIECE = 'EA';

const amount = (ore: number): UblNode => ({ '@_currencyID': CURRENCY, '#text': decimalOf(ore) });
const orgNumber = (number: string): UblNode => ({ '@_schemeID': ORG_NUMBER_SCHEME, '#text': number });
const scheme = (id: string): UblNode => ({ 'cac:TaxScheme': { 'cbc:ID': id } });

/** Only a firm has an electronic address: a personal invoice goes on paper or by mail. */
export function canBeEhf({ buyer }: Pick<InvoiceDocument, 'buyer'>): boolean {
  return buyer.orgNumber !== null;
}

/** @throws RangeError for a buyer without organisation number, who has no address for it */
export function ublOf(document: InvoiceDocument): UblNode {
  if (!canBeEhf(document)) throw new RangeError('an EHF goes to an organisation');
  const isInvoice = document.kind === InvoiceKind.INVOICE;
  const content = filled({
    ...headOf(document),
    ...referencesOf(document),
    'cac:AccountingSupplierParty': { 'cac:Party': sellerOf(document.seller) },
    'cac:AccountingCustomerParty': { 'cac:Party': buyerOf(document.buyer) },
    ...paymentOf(document),
    ...totalsOf(document),
    [isInvoice ? 'cac:InvoiceLine' : 'cac:CreditNoteLine']: document.lines.map((line, index) =>
      lineOf(document, line, index + 1),
    ),
  });
  const namespaces = { '@_xmlns': isInvoice ? INVOICE_NS : CREDIT_NOTE_NS, ...PREFIXES };
  return { [isInvoice ? 'Invoice' : 'CreditNote']: { ...namespaces, ...content } };
}

function headOf(document: InvoiceDocument): UblNode {
  const isInvoice = document.kind === InvoiceKind.INVOICE;
  return {
    'cbc:CustomizationID': SPECIFICATION,
    'cbc:ProfileID': PROFILE,
    'cbc:ID': document.number,
    'cbc:IssueDate': document.issuedOn,
    'cbc:DueDate': isInvoice ? document.dueOn : null,
    ...(isInvoice ? { 'cbc:InvoiceTypeCode': '380' } : { 'cbc:CreditNoteTypeCode': '381' }),
    'cbc:Note': noteOf(document),
    'cbc:DocumentCurrencyCode': CURRENCY,
    'cbc:BuyerReference': document.customerReference,
  };
}

const noteOf = ({ credits, language }: InvoiceDocument): string | null =>
  credits ? invoiceWords(language).credits(credits.number, credits.issuedOn) : null;

function referencesOf({ orderNumber, credits }: InvoiceDocument): UblNode {
  return {
    'cac:OrderReference': { 'cbc:ID': orderNumber },
    'cac:BillingReference': credits
      ? { 'cac:InvoiceDocumentReference': { 'cbc:ID': credits.number, 'cbc:IssueDate': credits.issuedOn } }
      : null,
  };
}

function sellerOf(seller: Seller): UblNode {
  return {
    'cbc:EndpointID': orgNumber(seller.orgNumber),
    'cac:PartyName': { 'cbc:Name': seller.name },
    'cac:PostalAddress': addressOf(seller),
    'cac:PartyTaxScheme': [
      { 'cbc:CompanyID': `NO${seller.orgNumber}MVA`, ...scheme('VAT') },
      { 'cbc:CompanyID': 'Foretaksregisteret', ...scheme('TAX') },
    ],
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': seller.name,
      'cbc:CompanyID': orgNumber(seller.orgNumber),
    },
    'cac:Contact': { 'cbc:ElectronicMail': seller.email },
  };
}

function buyerOf(buyer: Buyer): UblNode {
  return {
    'cbc:EndpointID': orgNumber(buyer.orgNumber ?? ''),
    'cac:PartyName': { 'cbc:Name': buyer.name },
    'cac:PostalAddress': addressOf(buyer),
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': buyer.name,
      'cbc:CompanyID': orgNumber(buyer.orgNumber ?? ''),
    },
  };
}

const addressOf = ({ street, postcode, city }: PostalAddress): UblNode => ({
  'cbc:StreetName': street,
  'cbc:CityName': city,
  'cbc:PostalZone': postcode,
  'cac:Country': { 'cbc:IdentificationCode': 'NO' },
});

/** A credit note names no day to pay: it says what it is set off against. */
function paymentOf(document: InvoiceDocument): UblNode {
  const { credits, kid, language, seller } = document;
  return {
    'cac:PaymentMeans': {
      'cbc:PaymentMeansCode': CREDIT_TRANSFER,
      'cbc:PaymentID': kid,
      'cac:PayeeFinancialAccount': { 'cbc:ID': seller.bankAccount, 'cbc:Name': seller.name },
    },
    'cac:PaymentTerms': credits ? { 'cbc:Note': invoiceWords(language).setOff(credits.number) } : null,
  };
}

function totalsOf({ netOre, vatOre, grossOre, vatPercent }: InvoiceDocument): UblNode {
  return {
    'cac:TaxTotal': {
      'cbc:TaxAmount': amount(vatOre),
      'cac:TaxSubtotal': {
        'cbc:TaxableAmount': amount(netOre),
        'cbc:TaxAmount': amount(vatOre),
        'cac:TaxCategory': standardRate(vatPercent),
      },
    },
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': amount(netOre),
      'cbc:TaxExclusiveAmount': amount(netOre),
      'cbc:TaxInclusiveAmount': amount(grossOre),
      'cbc:PayableAmount': amount(grossOre),
    },
  };
}

const standardRate = (percent: number): UblNode => ({
  'cbc:ID': 'S',
  'cbc:Percent': String(percent),
  ...scheme('VAT'),
});

/** The sub-unit stands in words for people, and as a property of its own for systems. */
function lineOf(document: InvoiceDocument, line: InvoiceLine, position: number): UblNode {
  const words: InvoiceWords = invoiceWords(document.language);
  const quantity = { '@_unitCode': PIECE, '#text': String(line.quantity) };
  const isInvoice = document.kind === InvoiceKind.INVOICE;
  return {
    'cbc:ID': String(position),
    [isInvoice ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity']: quantity,
    'cbc:LineExtensionAmount': amount(line.netOre),
    'cac:Item': {
      'cbc:Description': `${words.unit} ${line.unitOrgNumber} ${line.unitName}`,
      'cbc:Name': words.cards[line.scheme],
      'cac:ClassifiedTaxCategory': standardRate(document.vatPercent),
      'cac:AdditionalItemProperty': { 'cbc:Name': words.unit, 'cbc:Value': line.unitOrgNumber },
    },
    'cac:Price': { 'cbc:PriceAmount': amount(line.unitPriceOre) },
  };
}

/** Without what XML has no way to write. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, '')
    .trim();

/** Nothing empty stands in an EHF (R008): what says nothing is left out, and what then holds nothing too. */
function filled(node: UblNode): UblNode {
  const entries = Object.entries(node).map(([name, value]) => [name, filledValue(value)] as const);
  const kept = Object.fromEntries(entries.filter(([, value]) => value !== null)) as UblNode;
  return '#text' in node && !('#text' in kept) ? {} : kept;
}

function filledValue(value: UblValue): UblValue {
  if (value === null) return null;
  if (typeof value === 'string') return clean(value) || null;
  if (Array.isArray(value)) return (value as readonly UblNode[]).map(filled);
  const node = filled(value as UblNode);
  return Object.keys(node).length === 0 ? null : node;
}
