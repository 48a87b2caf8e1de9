/** Names that EHF 3 fixes: the specification, the process and the namespaces of UBL. */
const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';

export const INVOICE_NS = `${UBL}:Invoice-2`;
export const CREDIT_NOTE_NS = `${UBL}:CreditNote-2`;
export const CAC_NS = `${UBL}:CommonAggregateComponents-2`;
export const CBC_NS = `${UBL}:CommonBasicComponents-2`;
export const PREFIXES = { '@_xmlns:cac': CAC_NS, '@_xmlns:cbc': CBC_NS };

export const SPECIFICATION = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
export const PROFILE = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
