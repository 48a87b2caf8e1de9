/** What the network asks of an EHF (Peppol BIS Billing 3.0 with the Norwegian rules) and what this desk has promised its buyers besides (HMS): the rest of the gate before sending. */
import type { XmlElement } from '../../platform/xml/xml-tree.ts';
import { orgNumberCheckDigit } from '../organisation/org-number.rules.ts';
import { vatNumberOf } from './ehf-mandatory.rules.ts';
import { at, BUYER, exists, has, LINE, type RuleRow, SELLER, textAt } from './ehf-tree.rules.ts';
import { SPECIFICATION } from './ubl.rules.ts';

const isOrgNumber = (text: string): boolean =>
  /^\d{9}$/.test(text) && orgNumberCheckDigit(text.slice(0, 8)) === Number(text[8]);

const isDay = (text: string): boolean => {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

const isInvoice = ({ name }: XmlElement): boolean => name === 'Invoice';

const AMOUNTS =
  '//cbc:TaxAmount|cbc:TaxableAmount|cbc:LineExtensionAmount|cbc:TaxExclusiveAmount|cbc:TaxInclusiveAmount|cbc:PayableAmount|cbc:PriceAmount';

export const PEPPOL: readonly RuleRow[] = [
  ['PEPPOL-EN16931-R001', '', root => has(root, 'cbc:ProfileID'), 'names its process'],
  ['PEPPOL-EN16931-R002', '', root => at(root, 'cbc:Note').length <= 1, 'has one note at most'],
  [
    'PEPPOL-EN16931-R003',
    '',
    root => has(root, 'cbc:BuyerReference') || has(root, 'cac:OrderReference/cbc:ID'),
    'carries a reference of the buyer or the number of the order',
  ],
  [
    'PEPPOL-EN16931-R004',
    '',
    root => textAt(root, 'cbc:CustomizationID').startsWith(SPECIFICATION),
    'follows this specification',
  ],
  [
    'PEPPOL-EN16931-R007',
    '',
    root => /^urn:fdc:peppol\.eu:2017:poacc:billing:\d\d:1\.0$/.test(textAt(root, 'cbc:ProfileID')),
    'its process is written as processes are',
  ],
  [
    'PEPPOL-EN16931-R008',
    '//*',
    ({ children, text }) => children.length > 0 || text !== '',
    'no element is empty',
  ],
  ['PEPPOL-EN16931-R010', '', root => has(root, `${BUYER}/cbc:EndpointID`), 'the buyer has an address'],
  ['PEPPOL-EN16931-R020', '', root => has(root, `${SELLER}/cbc:EndpointID`), 'the seller has an address'],
  [
    'PEPPOL-EN16931-R051',
    AMOUNTS,
    ({ attributes }, root) => attributes.currencyID === textAt(root, 'cbc:DocumentCurrencyCode'),
    'every amount is in the currency of the invoice',
  ],
  [
    'PEPPOL-EN16931-R053',
    '',
    root => at(root, 'cac:TaxTotal').filter(total => exists(total, 'cac:TaxSubtotal')).length === 1,
    'one total of VAT is broken down',
  ],
  [
    'PEPPOL-EN16931-R054',
    '',
    root => at(root, 'cac:TaxTotal').every(total => exists(total, 'cac:TaxSubtotal')),
    'no total of VAT stands without its parts',
  ],
  [
    'PEPPOL-EN16931-R061',
    'cac:PaymentMeans',
    means =>
      !['49', '59'].includes(textAt(means, 'cbc:PaymentMeansCode')) ||
      has(means, 'cac:PaymentMandate/cbc:ID'),
    'a direct debit has a mandate',
  ],
  ['PEPPOL-EN16931-F001', '//cbc:IssueDate|cbc:DueDate', ({ text }) => isDay(text), 'a day is a day'],
  [
    'PEPPOL-EN16931-P0100',
    'cbc:InvoiceTypeCode',
    ({ text }, root) => isInvoice(root) && text === '380',
    'an invoice is of kind 380',
  ],
  [
    'PEPPOL-EN16931-P0101',
    'cbc:CreditNoteTypeCode',
    ({ text }, root) => !isInvoice(root) && text === '381',
    'a credit note is of kind 381',
  ],
  [
    'PEPPOL-COMMON-R041',
    '//cbc:EndpointID|cbc:CompanyID',
    ({ attributes, text }) => attributes.schemeID !== '0192' || isOrgNumber(text),
    'an organisation number has a right check digit',
  ],
  [
    'NO-R-001',
    '',
    root => {
      const [, number = ''] = /^NO(\d{9})MVA$/.exec(vatNumberOf(root)) ?? [];
      return isOrgNumber(number);
    },
    'the VAT number of the seller is NO, nine digits, MVA',
  ],
];

export const WARNINGS: readonly RuleRow[] = [
  [
    'NO-R-002',
    '',
    root =>
      at(root, `${SELLER}/cac:PartyTaxScheme`).some(
        scheme =>
          textAt(scheme, 'cac:TaxScheme/cbc:ID') === 'TAX' &&
          textAt(scheme, 'cbc:CompanyID') === 'Foretaksregisteret',
      ),
    'the seller stands in Foretaksregisteret',
  ],
];

export const OWN: readonly RuleRow[] = [
  [
    'HMS-01',
    '',
    root => /^\d{1,24}[\d-]$/.test(textAt(root, 'cac:PaymentMeans/cbc:PaymentID')),
    'carries the KID',
  ],
  ['HMS-02', '', root => !isInvoice(root) || has(root, 'cbc:DueDate'), 'an invoice is due on a day'],
  [
    'HMS-03',
    '',
    root => isInvoice(root) || has(root, 'cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID'),
    'a credit note names the invoice that it takes back',
  ],
  ['HMS-04', '', root => has(root, 'cac:OrderReference/cbc:ID'), 'carries the number of the order'],
  [
    'HMS-05',
    LINE,
    line => isOrgNumber(textAt(line, 'cac:Item/cac:AdditionalItemProperty/cbc:Value')),
    'each line names the sub-unit that ordered',
  ],
];
