import { describe, expect, it } from 'vitest';
import { creditNoteExample, invoiceExample } from './ehf.examples.ts';
import { EHF_RULES } from './ehf.rules.ts';
import { checkEhf, EhfRefused, ehfXml, soundEhf } from './ehf-xml.ts';

const INVOICE = ehfXml(invoiceExample);
const CREDIT_NOTE = ehfXml(creditNoteExample);
const ids = (xml: string) => checkEhf(xml).map(({ id }) => id);

type Spoil = (xml: string) => string;
const without =
  (element: string): Spoil =>
  xml =>
    xml.replace(new RegExp(`<(${element})[ >][\\s\\S]*?</\\1>`), '');
const every =
  (element: string): Spoil =>
  xml =>
    xml.replaceAll(new RegExp(`<(${element})[ >][\\s\\S]*?</\\1>`, 'g'), '');
/** Within the part of the document that begins with this element. */
const within =
  (part: string, spoil: Spoil): Spoil =>
  xml => {
    const from = xml.indexOf(`<${part}`);
    return xml.slice(0, from) + spoil(xml.slice(from));
  };
const put =
  (what: string, instead: string): Spoil =>
  xml =>
    xml.replace(what, instead);
const SELLER = 'cac:AccountingSupplierParty';
const BUYER = 'cac:AccountingCustomerParty';
const TOTAL = 'cac:LegalMonetaryTotal';
const SUBTOTAL = 'cac:TaxSubtotal';
const LINE = 'cac:InvoiceLine';
const VAT_NUMBER = '<cbc:CompanyID>NO310078417MVA</cbc:CompanyID>';

/** How each rule is broken, in an invoice. */
const BREAKS: Readonly<Record<string, Spoil>> = {
  'UBL-NAMES': put('CommonBasicComponents-2', 'CommonBasicComponents-1'),
  'UBL-ORDER': put(
    '<cbc:IssueDate>2026-11-06</cbc:IssueDate>\n  <cbc:DueDate>2026-12-06</cbc:DueDate>',
    '<cbc:DueDate>2026-12-06</cbc:DueDate>\n  <cbc:IssueDate>2026-11-06</cbc:IssueDate>',
  ),
  'BR-01': without('cbc:CustomizationID'),
  'BR-02': without('cbc:ID'),
  'BR-03': without('cbc:IssueDate'),
  'BR-04': without('cbc:InvoiceTypeCode'),
  'BR-05': without('cbc:DocumentCurrencyCode'),
  'BR-06': within(SELLER, without('cbc:RegistrationName')),
  'BR-07': within(BUYER, without('cbc:RegistrationName')),
  'BR-08': within(SELLER, without('cac:PostalAddress')),
  'BR-09': within(SELLER, without('cbc:IdentificationCode')),
  'BR-10': within(BUYER, without('cac:PostalAddress')),
  'BR-11': within(BUYER, without('cbc:IdentificationCode')),
  'BR-12': within(TOTAL, without('cbc:LineExtensionAmount')),
  'BR-13': without('cbc:TaxExclusiveAmount'),
  'BR-14': without('cbc:TaxInclusiveAmount'),
  'BR-15': without('cbc:PayableAmount'),
  'BR-16': every(LINE),
  'BR-21': within(LINE, without('cbc:ID')),
  'BR-22': without('cbc:InvoicedQuantity'),
  'BR-23': put(' unitCode="EA"', ''),
  'BR-24': within(LINE, without('cbc:LineExtensionAmount')),
  'BR-25': within('cac:Item', without('cbc:Name')),
  'BR-26': without('cbc:PriceAmount'),
  'BR-27': within('cac:Price', put('>129.50<', '>-129.50<')),
  'BR-45': without('cbc:TaxableAmount'),
  'BR-46': within(SUBTOTAL, without('cbc:TaxAmount')),
  'BR-47': within(SUBTOTAL, without('cbc:ID')),
  'BR-48': within(SUBTOTAL, without('cbc:Percent')),
  'BR-49': without('cbc:PaymentMeansCode'),
  'BR-61': within('cac:PayeeFinancialAccount', without('cbc:ID')),
  'BR-62': within(SELLER, put(' schemeID="0192"', '')),
  'BR-63': within(BUYER, put(' schemeID="0192"', '')),
  'BR-CO-04': within('cac:ClassifiedTaxCategory', without('cbc:ID')),
  'BR-CO-09': put('NO310078417MVA', '310078417MVA'),
  'BR-CO-10': within(TOTAL, put('>518.00<', '>518.01<')),
  'BR-CO-13': within('cbc:TaxExclusiveAmount', put('>518.00<', '>517.99<')),
  'BR-CO-14': within('cac:TaxTotal', put('>129.50<', '>129.51<')),
  'BR-CO-15': within('cbc:TaxInclusiveAmount', put('>647.50<', '>647.49<')),
  'BR-CO-16': within('cbc:PayableAmount', put('>647.50<', '>647.51<')),
  'BR-CO-17': within(SUBTOTAL, put('>129.50<', '>129.49<')),
  'BR-CO-18': without(SUBTOTAL),
  'BR-CO-25': without('cbc:DueDate'),
  'BR-CO-26': within(SELLER, xml => without('cac:PartyLegalEntity')(xml.replace(VAT_NUMBER, ''))),
  'BR-CL-01': put('>380<', '>999<'),
  'BR-CL-04': put('>NOK<', '>KRO<'),
  'BR-CL-14': put('>NO<', '>XX<'),
  'BR-CL-16': put('>30</cbc:PaymentMeansCode>', '>0</cbc:PaymentMeansCode>'),
  'BR-CL-17': within(SUBTOTAL, put('>S<', '>Q<')),
  'BR-CL-18': within('cac:ClassifiedTaxCategory', put('>S<', '>Q<')),
  'BR-CL-23': put('unitCode="EA"', 'unitCode="STK"'),
  'BR-CL-25': put('schemeID="0192"', 'schemeID="9908"'),
  'BR-DEC-09': within(TOTAL, put('>518.00<', '>518.000<')),
  'BR-DEC-12': within('cbc:TaxExclusiveAmount', put('>518.00<', '>518.000<')),
  'BR-DEC-13': within('cac:TaxTotal', put('>129.50<', '>129.500<')),
  'BR-DEC-14': within('cbc:TaxInclusiveAmount', put('>647.50<', '>647.500<')),
  'BR-DEC-18': within('cbc:PayableAmount', put('>647.50<', '>647.500<')),
  'BR-DEC-19': within('cbc:TaxableAmount', put('>518.00<', '>518.000<')),
  'BR-DEC-20': within(SUBTOTAL, put('>129.50<', '>129.500<')),
  'BR-DEC-23': within(LINE, put('>518.00<', '>518.000<')),
  'BR-S-01': without(SUBTOTAL),
  'BR-S-02': put(VAT_NUMBER, ''),
  'BR-S-05': within('cac:ClassifiedTaxCategory', put('>25<', '>0<')),
  'BR-S-08': within('cbc:TaxableAmount', put('>518.00<', '>500.00<')),
  'BR-S-09': within(SUBTOTAL, put('>25<', '>15<')),
  'BR-S-10': within(
    SUBTOTAL,
    put('<cbc:Percent>', '<cbc:TaxExemptionReason>x</cbc:TaxExemptionReason><cbc:Percent>'),
  ),
  'PEPPOL-EN16931-R001': without('cbc:ProfileID'),
  'PEPPOL-EN16931-R002': put(
    '<cbc:DocumentCurrencyCode>',
    '<cbc:Note>a</cbc:Note><cbc:Note>b</cbc:Note><cbc:DocumentCurrencyCode>',
  ),
  'PEPPOL-EN16931-R003': xml => without('cbc:BuyerReference')(without('cac:OrderReference')(xml)),
  'PEPPOL-EN16931-R004': put('billing:3.0', 'billing:2.0'),
  'PEPPOL-EN16931-R007': put('billing:01:1.0', 'billing:1:1.0'),
  'PEPPOL-EN16931-R008': put('>PO-77412<', '> <'),
  'PEPPOL-EN16931-R010': within(BUYER, without('cbc:EndpointID')),
  'PEPPOL-EN16931-R020': within(SELLER, without('cbc:EndpointID')),
  'PEPPOL-EN16931-R051': within(LINE, put('currencyID="NOK"', 'currencyID="SEK"')),
  'PEPPOL-EN16931-R053': without('cac:TaxTotal'),
  'PEPPOL-EN16931-R054': without(SUBTOTAL),
  'PEPPOL-EN16931-R061': put('>30</cbc:PaymentMeansCode>', '>49</cbc:PaymentMeansCode>'),
  'PEPPOL-EN16931-R120': within('cac:Price', put('>129.50<', '>129.51<')),
  'PEPPOL-EN16931-F001': put('2026-12-06', '2026-02-30'),
  'PEPPOL-EN16931-P0100': put('>380<', '>381<'),
  'PEPPOL-COMMON-R041': put('>312345676<', '>312345677<'),
  'NO-R-001': put('NO310078417MVA', 'NO310078418MVA'),
  'NO-R-002': put('Foretaksregisteret', 'Enhetsregisteret'),
  'HMS-01': without('cbc:PaymentID'),
  'HMS-02': without('cbc:DueDate'),
  'HMS-04': without('cac:OrderReference'),
  'HMS-05': without('cac:AdditionalItemProperty'),
};

/** And those that only a credit note can break. */
const CREDIT_NOTE_BREAKS: Readonly<Record<string, Spoil>> = {
  'BR-55': within('cac:BillingReference', without('cbc:ID')),
  'PEPPOL-EN16931-P0101': put('>381<', '>380<'),
  'HMS-03': without('cac:BillingReference'),
};

describe('the rules of EHF', () => {
  it.each(Object.entries(BREAKS))(
    '%s is told when an invoice breaks it, and by nothing that is sound',
    (id, spoil) => {
      expect(ids(spoil(INVOICE))).toContain(id);
    },
  );

  it.each(Object.entries(CREDIT_NOTE_BREAKS))('%s is told when a credit note breaks it', (id, spoil) => {
    expect(ids(spoil(CREDIT_NOTE))).toContain(id);
  });

  it('has no rule that no test breaks', () => {
    expect([...EHF_RULES.keys()].toSorted()).toEqual(
      [...Object.keys(BREAKS), ...Object.keys(CREDIT_NOTE_BREAKS)].toSorted(),
    );
  });

  it('finds nothing to say about a sound invoice and a sound credit note', () => {
    expect([ids(INVOICE), ids(CREDIT_NOTE)]).toEqual([[], []]);
  });

  it('a warning lets the invoice pass, a fatal fault never does', () => {
    const faults = checkEhf(BREAKS['NO-R-002']?.(INVOICE) ?? '');
    expect(faults).toEqual([{ id: 'NO-R-002', flag: 'warning', line: expect.any(Number) }]);
    const wrong = { ...invoiceExample, grossOre: invoiceExample.grossOre + 1 };
    expect(() => soundEhf(wrong)).toThrow(EhfRefused);
    expect(soundEhf(invoiceExample)).toBe(INVOICE);
  });

  it('tells the line of what is wrong', () => {
    const spoilt = put('>PO-77412<', '><')(INVOICE);
    expect(checkEhf(spoilt)).toEqual([{ id: 'PEPPOL-EN16931-R008', flag: 'fatal', line: 10 }]);
  });

  it('refuses what is no XML, and what would expand into more than it is', () => {
    expect(ids(INVOICE.slice(0, -3))).toEqual(['XML']);
    expect(ids(INVOICE.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'))).toEqual(['XML']);
    expect(ids(`${'<a>'.repeat(100)}${'</a>'.repeat(100)}`)).toEqual(['XML']);
  });
});
