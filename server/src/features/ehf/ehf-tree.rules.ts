/** Finds its way in an EHF that was read back, for the rules that judge it. */
import type { XmlElement } from '../../platform/xml/xml-tree.ts';
import { oreOf } from '../invoice/amount.rules.ts';

type Step = ReadonlySet<string>;

/** Paths are few and asked of every document: they are taken apart once. */
const paths = new Map<string, readonly Step[]>();
const flat = new WeakMap<XmlElement, readonly XmlElement[]>();

/** «cac:Item/cbc:Name» below an element, '|' between names that serve as well as one another; '//' before names: wherever they stand; '': itself. */
export function at(element: XmlElement, path: string): readonly XmlElement[] {
  if (path === '') return [element];
  if (path === '//*') return everywhere(element);
  const steps = stepsOf(path);
  if (path.startsWith('//')) return everywhere(element).filter(({ name }) => steps[0]?.has(name));
  return steps.reduce<readonly XmlElement[]>(
    (found, names) => found.flatMap(({ children }) => children.filter(({ name }) => names.has(name))),
    [element],
  );
}

function stepsOf(path: string): readonly Step[] {
  const known = paths.get(path);
  if (known) return known;
  const steps = path
    .replace('//', '')
    .split('/')
    .map(step => new Set(step.split('|')));
  paths.set(path, steps);
  return steps;
}

function everywhere(element: XmlElement): readonly XmlElement[] {
  const known = flat.get(element);
  if (known) return known;
  const all: XmlElement[] = [element];
  for (const child of element.children) all.push(...everywhere(child));
  flat.set(element, all);
  return all;
}

export const textAt = (element: XmlElement, path: string): string => at(element, path)[0]?.text ?? '';

export const has = (element: XmlElement, path: string): boolean => textAt(element, path) !== '';

export const exists = (element: XmlElement, path: string): boolean => at(element, path).length > 0;

/** Not a number when it is no amount: then no sum agrees with it. */
export const oreAt = (element: XmlElement, path: string): number =>
  oreOf(textAt(element, path)) ?? Number.NaN;

export function sumOf(element: XmlElement, path: string): number {
  return at(element, path).reduce((sum, { text }) => sum + (oreOf(text) ?? Number.NaN), 0);
}

/** Half up, once per invoice; the rate in hundredths of a per cent, as it is read with two decimals. */
export function vatOn(netOre: number, rateHundredths: number): number {
  if (!Number.isSafeInteger(netOre) || !Number.isSafeInteger(rateHundredths)) return Number.NaN;
  return Number((BigInt(netOre) * BigInt(rateHundredths) + 5_000n) / 10_000n);
}

export const SELLER = 'cac:AccountingSupplierParty/cac:Party';
export const BUYER = 'cac:AccountingCustomerParty/cac:Party';
export const TOTAL = 'cac:LegalMonetaryTotal';
export const LINE = 'cac:InvoiceLine|cac:CreditNoteLine';
export const QUANTITY = 'cbc:InvoicedQuantity|cbc:CreditedQuantity';
export const SUBTOTAL = 'cac:TaxTotal/cac:TaxSubtotal';
export const CATEGORY = 'cac:Item/cac:ClassifiedTaxCategory';

/** What must hold of each element that the path finds in the document. */
export type RuleRow = readonly [
  id: string,
  of: string,
  holds: (element: XmlElement, root: XmlElement) => boolean,
  says: string,
];
