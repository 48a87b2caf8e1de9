/** Reads who sells from the settings of a day, for invoices and credit notes; and says what such a setting must look like. */
import type { Seller } from './invoice-document.rules.ts';

/** The settings it stands in; each is empty until an administrator has given it. */
export interface SellerSettings {
  readonly issuerName: string;
  readonly issuerOrgNumber: string;
  readonly issuerAddress: string;
  readonly issuerBankAccount: string;
  readonly issuerEmail: string;
}

/** Null until everything is given: an invoice without its seller is none. */
export function sellerOf(settings: SellerSettings): Seller | null {
  const { issuerName, issuerOrgNumber, issuerAddress, issuerBankAccount, issuerEmail } = settings;
  const [, street, postcode, city] = ADDRESS.exec(issuerAddress.trim()) ?? [];
  if (!street || !postcode || !city || !issuerOrgNumber || !issuerBankAccount || !issuerEmail) return null;
  return {
    name: issuerName,
    orgNumber: digits(issuerOrgNumber),
    ...{ street, postcode, city },
    bankAccount: digits(issuerBankAccount),
    email: issuerEmail,
  };
}

/** "Portveien 2, 0150 Oslo". */
const ADDRESS = /^(\S.*?),\s*(\d{4})\s+(\S.*)$/;
export const isPostalAddress = (text: string): boolean => ADDRESS.test(text);

const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** Eleven digits, the last one by mod 11; points and spaces may be typed. */
export function isBankAccount(text: string): boolean {
  const number = digits(text);
  if (!/^\d{11}$/.test(number)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return (11 - (sum % 11)) % 11 === Number(number[10]);
}

const digits = (text: string): string => text.replaceAll(/[ .\u00a0]/g, '');
