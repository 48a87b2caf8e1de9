/** What every EHF must say, and in which codes (EN 16931: BR-01 to BR-63, BR-CL, BR-CO-04 to -26): an EHF that lacks one of these is refused on its way. */
import {
  at,
  BUYER,
  CATEGORY,
  exists,
  has,
  LINE,
  oreAt,
  QUANTITY,
  type RuleRow,
  SELLER,
  SUBTOTAL,
  TOTAL,
  textAt,
} from './ehf-tree.rules.ts';

/** Rows of: the rule, where, what must stand there. */
const MUST_STAND: readonly (readonly [id: string, of: string, path: string, says: string])[] = [
  ['BR-01', '', 'cbc:CustomizationID', 'names its specification'],
  ['BR-02', '', 'cbc:ID', 'has a number'],
  ['BR-03', '', 'cbc:IssueDate', 'has a day of issue'],
  ['BR-04', '', 'cbc:InvoiceTypeCode|cbc:CreditNoteTypeCode', 'says what kind it is'],
  ['BR-05', '', 'cbc:DocumentCurrencyCode', 'names its currency'],
  ['BR-06', '', `${SELLER}/cac:PartyLegalEntity/cbc:RegistrationName`, 'names the seller'],
  ['BR-07', '', `${BUYER}/cac:PartyLegalEntity/cbc:RegistrationName`, 'names the buyer'],
  ['BR-09', '', `${SELLER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`, 'country of the seller'],
  ['BR-11', '', `${BUYER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`, 'country of the buyer'],
  ['BR-12', '', `${TOTAL}/cbc:LineExtensionAmount`, 'sum of the lines'],
  ['BR-13', '', `${TOTAL}/cbc:TaxExclusiveAmount`, 'total without VAT'],
  ['BR-14', '', `${TOTAL}/cbc:TaxInclusiveAmount`, 'total with VAT'],
  ['BR-15', '', `${TOTAL}/cbc:PayableAmount`, 'amount due'],
  ['BR-21', LINE, 'cbc:ID', 'each line has a number'],
  ['BR-22', LINE, QUANTITY, 'each line has a quantity'],
  ['BR-24', LINE, 'cbc:LineExtensionAmount', 'each line has an amount'],
  ['BR-25', LINE, 'cac:Item/cbc:Name', 'each line names what was sold'],
  ['BR-26', LINE, 'cac:Price/cbc:PriceAmount', 'each line has a price'],
  ['BR-45', SUBTOTAL, 'cbc:TaxableAmount', 'what VAT is reckoned of'],
  ['BR-46', SUBTOTAL, 'cbc:TaxAmount', 'what VAT comes to'],
  ['BR-47', SUBTOTAL, 'cac:TaxCategory/cbc:ID', 'the category of VAT'],
  ['BR-48', SUBTOTAL, 'cac:TaxCategory/cbc:Percent', 'the rate of VAT'],
  ['BR-49', 'cac:PaymentMeans', 'cbc:PaymentMeansCode', 'how to pay'],
  ['BR-55', 'cac:BillingReference', 'cac:InvoiceDocumentReference/cbc:ID', 'which invoice came before'],
  ['BR-CO-04', LINE, `${CATEGORY}/cbc:ID`, 'each line has a category of VAT'],
];

/** Rows of: the rule, where, which values may stand there. */
const CODES: readonly (readonly [id: string, of: string, allowed: RegExp, says: string])[] = [
  ['BR-CL-01', 'cbc:InvoiceTypeCode|cbc:CreditNoteTypeCode', /^38[01]$/, 'the kind is a known one'],
  ['BR-CL-04', 'cbc:DocumentCurrencyCode', /^NOK$/, 'the currency is a known one'],
  ['BR-CL-14', '//cbc:IdentificationCode', /^NO$/, 'the country is a known one'],
  ['BR-CL-16', 'cac:PaymentMeans/cbc:PaymentMeansCode', /^3[01]$/, 'the way to pay is a known one'],
  ['BR-CL-17', `${SUBTOTAL}/cac:TaxCategory/cbc:ID`, /^S$/, 'the category of VAT is a known one'],
  ['BR-CL-18', `${LINE}/${CATEGORY}/cbc:ID`, /^S$/, 'the category of VAT of a line is a known one'],
];

const isPositive = (ore: number): boolean => ore > 0;

const OTHERS: readonly RuleRow[] = [
  ['BR-08', '', root => exists(root, `${SELLER}/cac:PostalAddress`), 'address of the seller'],
  ['BR-10', '', root => exists(root, `${BUYER}/cac:PostalAddress`), 'address of the buyer'],
  ['BR-16', '', root => exists(root, LINE), 'has a line'],
  [
    'BR-23',
    `${LINE}/${QUANTITY}`,
    quantity => (quantity.attributes.unitCode ?? '') !== '',
    'a quantity has a unit',
  ],
  ['BR-27', LINE, line => oreAt(line, 'cac:Price/cbc:PriceAmount') >= 0, 'no price is below nothing'],
  [
    'BR-61',
    'cac:PaymentMeans',
    means =>
      !['30', '58'].includes(textAt(means, 'cbc:PaymentMeansCode')) ||
      has(means, 'cac:PayeeFinancialAccount/cbc:ID'),
    'a transfer goes to an account',
  ],
  ['BR-62', `${SELLER}/cbc:EndpointID`, hasScheme, 'the address of the seller has a scheme'],
  ['BR-63', `${BUYER}/cbc:EndpointID`, hasScheme, 'the address of the buyer has a scheme'],
  [
    'BR-CO-09',
    '//cac:PartyTaxScheme',
    party => textAt(party, 'cac:TaxScheme/cbc:ID') !== 'VAT' || /^NO/.test(textAt(party, 'cbc:CompanyID')),
    'a VAT number begins with its country',
  ],
  ['BR-CO-18', '', root => exists(root, SUBTOTAL), 'VAT is broken down'],
  [
    'BR-CO-25',
    '',
    root =>
      !isPositive(oreAt(root, `${TOTAL}/cbc:PayableAmount`)) ||
      has(root, 'cbc:DueDate') ||
      has(root, 'cac:PaymentTerms/cbc:Note'),
    'says when to pay',
  ],
  [
    'BR-CO-26',
    '',
    root => has(root, `${SELLER}/cac:PartyLegalEntity/cbc:CompanyID`) || vatNumberOf(root) !== '',
    'the seller can be looked up',
  ],
  [
    'BR-CL-23',
    `//${QUANTITY}`,
    ({ attributes }) => /^(EA|H87|C62)$/.test(attributes.unitCode ?? ''),
    'the unit is a known one',
  ],
  [
    'BR-CL-25',
    '//cbc:EndpointID',
    ({ attributes }) => /^0192$/.test(attributes.schemeID ?? ''),
    'the scheme of an address is a known one',
  ],
];

function hasScheme({ attributes }: { readonly attributes: Readonly<Record<string, string>> }): boolean {
  return (attributes.schemeID ?? '') !== '';
}

export function vatNumberOf(root: Parameters<RuleRow[2]>[1]): string {
  const schemes = at(root, `${SELLER}/cac:PartyTaxScheme`);
  const vat = schemes.find(scheme => textAt(scheme, 'cac:TaxScheme/cbc:ID') === 'VAT');
  return vat ? textAt(vat, 'cbc:CompanyID') : '';
}

export const MANDATORY: readonly RuleRow[] = [
  ...MUST_STAND.map(([id, of, path, says]): RuleRow => [id, of, element => has(element, path), says]),
  ...CODES.map(([id, of, allowed, says]): RuleRow => [id, of, ({ text }) => allowed.test(text), says]),
  ...OTHERS,
];
