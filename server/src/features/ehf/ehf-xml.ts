/** Writes an EHF down and reads one back, so that what is checked is what is sent. */
import Builder from 'fast-xml-builder';
import { readXml, XmlFault } from '../../platform/xml/xml-tree.ts';
import type { InvoiceDocument } from '../invoice/invoice-document.rules.ts';
import { type EhfFault, ehfFaults, isFatal } from './ehf.rules.ts';
import { ublOf } from './ehf-document.rules.ts';

/** One element a line: a person can be shown the line that carries a reference. */
const builder = new Builder({ ignoreAttributes: false, format: true, indentBy: '  ' });
const DECLARATION = { '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' } };

/** It would be refused on its way: what is wrong lies in the data of the invoice. */
export class EhfRefused extends Error {
  constructor(readonly faults: readonly EhfFault[]) {
    super(`breaks ${faults.map(({ id }) => id).join(', ')}`);
  }
}

/** The same text for the same document. */
export const ehfXml = (document: InvoiceDocument): string =>
  builder.build({ ...DECLARATION, ...ublOf(document) }).trimEnd();

/** Every rule that the text breaks. */
export function checkEhf(xml: string): readonly EhfFault[] {
  try {
    return ehfFaults(readXml(xml));
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return [{ id: 'XML', flag: 'fatal', line: error.line }];
  }
}

/** @throws EhfRefused when it breaks a fatal rule: such an EHF is never sent */
export function soundEhf(document: InvoiceDocument): string {
  const xml = ehfXml(document);
  const fatal = checkEhf(xml).filter(isFatal);
  if (fatal.length > 0) throw new EhfRefused(fatal);
  return xml;
}
