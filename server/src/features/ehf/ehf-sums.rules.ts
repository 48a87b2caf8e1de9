/** That an EHF adds up to the øre (EN 16931: BR-CO-10 to -17, BR-S, BR-DEC; Peppol R120), stricter than the official slack: bookkeeping refuses what does not add up. */
import type { XmlElement } from '../../platform/xml/xml-tree.ts';
import { vatNumberOf } from './ehf-mandatory.rules.ts';
import {
  at,
  CATEGORY,
  exists,
  LINE,
  oreAt,
  QUANTITY,
  type RuleRow,
  SUBTOTAL,
  sumOf,
  TOTAL,
  textAt,
  vatOn,
} from './ehf-tree.rules.ts';

const NET = `${TOTAL}/cbc:TaxExclusiveAmount`;
const GROSS = `${TOTAL}/cbc:TaxInclusiveAmount`;
const LINES = `${TOTAL}/cbc:LineExtensionAmount`;

const isStandard = (element: XmlElement, path: string): boolean => textAt(element, `${path}/cbc:ID`) === 'S';

/** A subtotal is about the lines of its own category and rate. */
function netOfLines(subtotal: XmlElement, root: XmlElement): number {
  const rate = oreAt(subtotal, 'cac:TaxCategory/cbc:Percent');
  const lines = at(root, LINE).filter(
    line => isStandard(line, CATEGORY) && oreAt(line, `${CATEGORY}/cbc:Percent`) === rate,
  );
  return lines.reduce((sum, line) => sum + oreAt(line, 'cbc:LineExtensionAmount'), 0);
}

const vatAgrees = (subtotal: XmlElement): boolean =>
  oreAt(subtotal, 'cbc:TaxAmount') ===
  vatOn(oreAt(subtotal, 'cbc:TaxableAmount'), oreAt(subtotal, 'cac:TaxCategory/cbc:Percent'));

/** Rows of: the rule, and the amounts that have two decimals at most. */
const TWO_DECIMALS: readonly (readonly [id: string, of: string])[] = [
  ['BR-DEC-09', LINES],
  ['BR-DEC-12', NET],
  ['BR-DEC-13', 'cac:TaxTotal/cbc:TaxAmount'],
  ['BR-DEC-14', GROSS],
  ['BR-DEC-18', `${TOTAL}/cbc:PayableAmount`],
  ['BR-DEC-19', `${SUBTOTAL}/cbc:TaxableAmount`],
  ['BR-DEC-20', `${SUBTOTAL}/cbc:TaxAmount`],
  ['BR-DEC-23', `${LINE}/cbc:LineExtensionAmount`],
];

export const SUMS: readonly RuleRow[] = [
  ...TWO_DECIMALS.map(
    ([id, of]): RuleRow => [
      id,
      of,
      ({ text }) => !/\.\d{3,}$/.test(text),
      'an amount has two decimals at most',
    ],
  ),
  [
    'BR-CO-10',
    '',
    root => oreAt(root, LINES) === sumOf(root, `${LINE}/cbc:LineExtensionAmount`),
    'the lines add up to their sum',
  ],
  [
    'BR-CO-13',
    '',
    root => oreAt(root, NET) === oreAt(root, LINES),
    'the total without VAT is that of the lines',
  ],
  [
    'BR-CO-14',
    '',
    root => oreAt(root, 'cac:TaxTotal/cbc:TaxAmount') === sumOf(root, `${SUBTOTAL}/cbc:TaxAmount`),
    'VAT is the sum of its parts',
  ],
  [
    'BR-CO-15',
    '',
    root => oreAt(root, GROSS) === oreAt(root, NET) + oreAt(root, 'cac:TaxTotal/cbc:TaxAmount'),
    'the total with VAT is the total without and VAT',
  ],
  [
    'BR-CO-16',
    '',
    root => oreAt(root, `${TOTAL}/cbc:PayableAmount`) === oreAt(root, GROSS),
    'the amount due is the total with VAT',
  ],
  ['BR-CO-17', SUBTOTAL, vatAgrees, 'VAT is its rate of the amount'],
  [
    'BR-S-01',
    '',
    root =>
      at(root, LINE).every(line => !isStandard(line, CATEGORY)) ||
      at(root, SUBTOTAL).some(subtotal => isStandard(subtotal, 'cac:TaxCategory')),
    'VAT at the standard rate is broken down',
  ],
  [
    'BR-S-02',
    '',
    root => at(root, LINE).every(line => !isStandard(line, CATEGORY)) || vatNumberOf(root) !== '',
    'who charges VAT has a VAT number',
  ],
  [
    'BR-S-05',
    LINE,
    line => !isStandard(line, CATEGORY) || oreAt(line, `${CATEGORY}/cbc:Percent`) > 0,
    'the standard rate is above nothing',
  ],
  [
    'BR-S-08',
    SUBTOTAL,
    (subtotal, root) => oreAt(subtotal, 'cbc:TaxableAmount') === netOfLines(subtotal, root),
    'VAT is reckoned of the lines at that rate',
  ],
  [
    'BR-S-09',
    SUBTOTAL,
    subtotal => !isStandard(subtotal, 'cac:TaxCategory') || vatAgrees(subtotal),
    'VAT at the standard rate is that rate of the amount',
  ],
  [
    'BR-S-10',
    `${SUBTOTAL}/cac:TaxCategory`,
    category => !exists(category, 'cbc:TaxExemptionReason|cbc:TaxExemptionReasonCode'),
    'what is taxed is not exempt',
  ],
  [
    'PEPPOL-EN16931-R120',
    LINE,
    line =>
      oreAt(line, 'cbc:LineExtensionAmount') ===
      Number(textAt(line, QUANTITY)) * oreAt(line, 'cac:Price/cbc:PriceAmount'),
    'a line is its quantity times its price',
  ],
];
