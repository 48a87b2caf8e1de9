/** Which elements of UBL 2.1 the desk writes, where, in which order and how often: what the schema says of those, and no others. */
import type { XmlElement } from '../../platform/xml/xml-tree.ts';
import type { RuleRow } from './ehf-tree.rules.ts';
import { CAC_NS, CBC_NS, CREDIT_NOTE_NS, INVOICE_NS } from './ubl.rules.ts';

const HEAD = ['cbc:CustomizationID', 'cbc:ProfileID', 'cbc:ID', 'cbc:IssueDate'];
const REFERENCES = ['cbc:Note', 'cbc:DocumentCurrencyCode', 'cbc:BuyerReference', 'cac:OrderReference'];
const BODY = [
  ...['cac:BillingReference', 'cac:AccountingSupplierParty', 'cac:AccountingCustomerParty'],
  ...['cac:PaymentMeans', 'cac:PaymentTerms', 'cac:TaxTotal', 'cac:LegalMonetaryTotal'],
];
const LINE_REST = ['cbc:LineExtensionAmount', 'cac:Item', 'cac:Price'];

/** By parent; a star stands after what may come more than once. */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  Invoice: [...HEAD, 'cbc:DueDate', 'cbc:InvoiceTypeCode', ...REFERENCES, ...BODY, 'cac:InvoiceLine*'],
  CreditNote: [...HEAD, 'cbc:CreditNoteTypeCode', ...REFERENCES, ...BODY, 'cac:CreditNoteLine*'],
  'cac:OrderReference': ['cbc:ID'],
  'cac:BillingReference': ['cac:InvoiceDocumentReference'],
  'cac:InvoiceDocumentReference': ['cbc:ID', 'cbc:IssueDate'],
  'cac:AccountingSupplierParty': ['cac:Party'],
  'cac:AccountingCustomerParty': ['cac:Party'],
  'cac:Party': [
    ...['cbc:EndpointID', 'cac:PartyName', 'cac:PostalAddress', 'cac:PartyTaxScheme*'],
    ...['cac:PartyLegalEntity', 'cac:Contact'],
  ],
  'cac:PartyName': ['cbc:Name'],
  'cac:PostalAddress': ['cbc:StreetName', 'cbc:CityName', 'cbc:PostalZone', 'cac:Country'],
  'cac:Country': ['cbc:IdentificationCode'],
  'cac:PartyTaxScheme': ['cbc:CompanyID', 'cac:TaxScheme'],
  'cac:TaxScheme': ['cbc:ID'],
  'cac:PartyLegalEntity': ['cbc:RegistrationName', 'cbc:CompanyID'],
  'cac:Contact': ['cbc:ElectronicMail'],
  'cac:PaymentMeans': ['cbc:PaymentMeansCode', 'cbc:PaymentID', 'cac:PayeeFinancialAccount'],
  'cac:PayeeFinancialAccount': ['cbc:ID', 'cbc:Name'],
  'cac:PaymentTerms': ['cbc:Note'],
  'cac:TaxTotal': ['cbc:TaxAmount', 'cac:TaxSubtotal*'],
  'cac:TaxSubtotal': ['cbc:TaxableAmount', 'cbc:TaxAmount', 'cac:TaxCategory'],
  'cac:TaxCategory': ['cbc:ID', 'cbc:Percent', 'cac:TaxScheme'],
  'cac:ClassifiedTaxCategory': ['cbc:ID', 'cbc:Percent', 'cac:TaxScheme'],
  'cac:LegalMonetaryTotal': [
    ...['cbc:LineExtensionAmount', 'cbc:TaxExclusiveAmount', 'cbc:TaxInclusiveAmount', 'cbc:PayableAmount'],
  ],
  'cac:InvoiceLine': ['cbc:ID', 'cbc:InvoicedQuantity', ...LINE_REST],
  'cac:CreditNoteLine': ['cbc:ID', 'cbc:CreditedQuantity', ...LINE_REST],
  'cac:Item': ['cbc:Description', 'cbc:Name', 'cac:ClassifiedTaxCategory', 'cac:AdditionalItemProperty*'],
  'cac:AdditionalItemProperty': ['cbc:Name', 'cbc:Value'],
  'cac:Price': ['cbc:PriceAmount'],
};

const ROOTS: Readonly<Record<string, string>> = { Invoice: INVOICE_NS, CreditNote: CREDIT_NOTE_NS };

function isNamedRight({ name, namespace }: XmlElement): boolean {
  if (name.startsWith('cac:')) return namespace === CAC_NS;
  if (name.startsWith('cbc:')) return namespace === CBC_NS;
  return ROOTS[name] === namespace;
}

function isInOrder({ name, children }: XmlElement): boolean {
  const sequence = SEQUENCES[name] ?? [];
  const places = children.map(child =>
    sequence.findIndex(place => place === child.name || place === `${child.name}*`),
  );
  return places.every((place, index) => place >= 0 && follows(place, places[index - 1] ?? -1, sequence));
}

const follows = (place: number, before: number, sequence: readonly string[]): boolean =>
  place > before || (place === before && sequence[place]?.endsWith('*') === true);

export const SCHEMA: readonly RuleRow[] = [
  ['UBL-NAMES', '//*', isNamedRight, 'every element is of UBL'],
  ['UBL-ORDER', '//*', isInOrder, 'elements stand where the schema has them'],
];
