import { describe, expect, it } from 'vitest';
import { ehfXml } from '../ehf/ehf-xml.ts';
import type { InvoiceDocument } from '../invoice/invoice-document.rules.ts';
import { type AnswerFacts, answerOf, likeliestFault, offeredFaults, referenceLines } from './answer.rules.ts';
import { QueryOutcome } from './invoice-query.enums.ts';

const invoiceExample: InvoiceDocument = {
  ...{ kind: 'INVOICE', number: '2026000101', issuedOn: '2026-11-06', dueOn: '2026-12-06', credits: null },
  seller: {
    ...{ name: 'Kortservice AS', orgNumber: '310078417', bankAccount: '12345678903' },
    ...{ email: 'faktura@kortservice.example', street: 'Storgata 1', postcode: '0155', city: 'Oslo' },
  },
  buyer: {
    ...{ name: 'Nordfjell Bygg AS', orgNumber: '312345676' },
    ...{ street: 'Havnegata 8', postcode: '6770', city: 'Nordfjordeid' },
  },
  ...{
    customerReference: 'PO-77412',
    orderNumber: '1045164',
    internalOrderNumber: '774102',
    kid: '20260001019',
  },
  lines: [
    {
      ...{ scheme: 'CONSTRUCTION', unitOrgNumber: '313000001', unitName: 'Nordfjell Bygg avd. Bergen' },
      ...{ quantity: 4, unitPriceOre: 12_950, netOre: 51_800 },
    },
  ],
  ...{ vatPercent: 25, netOre: 51_800, vatOre: 12_950, grossOre: 64_750, language: 'nb' },
};
const creditNoteExample: InvoiceDocument = {
  ...invoiceExample,
  ...{ kind: 'CREDIT_NOTE', number: 'K2026000017', dueOn: null },
  credits: { number: '2026000101', issuedOn: '2026-11-06' },
};
const invoice = {
  document: invoiceExample,
  payment: 'INVOICE',
  balanceOre: 64_750,
  replaced: false,
} as const;
const without = { ...invoice, document: { ...invoiceExample, customerReference: null } } as const;
const facts: AnswerFacts = {
  ...{
    language: 'nb',
    contactName: 'Turid Eide',
    invoice,
    reason: null,
    wantedReference: null,
    comment: null,
  },
};
const asked = (wantedReference: string | null, of: AnswerFacts['invoice'] = invoice) =>
  likeliestFault({ invoice: of, wantedReference });

describe('what may be wrong', () => {
  it('is asked back about, and nothing else of an invoice told, as long as none is found', () => {
    expect(offeredFaults({ invoice: null })).toEqual(['ASKED_BACK', 'EARLIER_ISSUER']);
    expect(asked('PO-1', null)).toBe('ASKED_BACK');
  });

  it('is a reference that was not given, or one that is hidden, never both', () => {
    expect(offeredFaults({ invoice: without })).toContain('REFERENCE_NOT_GIVEN');
    expect(offeredFaults({ invoice: without })).not.toContain('REFERENCE_HIDDEN_BY_SUPPLIER');
    expect(offeredFaults({ invoice })).toContain('REFERENCE_HIDDEN_BY_SUPPLIER');
    expect(offeredFaults({ invoice })).not.toContain('REFERENCE_NOT_GIVEN');
  });

  it('is no hidden reference, and nothing to bill anew, without an EHF', () => {
    const paid = offeredFaults({ invoice: { ...invoice, payment: 'CARD' } });
    expect(paid).not.toContain('REFERENCE_HIDDEN_BY_SUPPLIER');
    expect(paid).not.toContain('WRONG_REFERENCE');
  });

  it('is nothing more to bill anew when it has been, when it is a credit note, or to pay when it is paid', () => {
    expect(offeredFaults({ invoice: { ...invoice, replaced: true } })).not.toContain('WRONG_REFERENCE');
    const credit = { ...invoice, document: creditNoteExample, balanceOre: null };
    expect(offeredFaults({ invoice: credit })).not.toContain('WRONG_REFERENCE');
    expect(offeredFaults({ invoice: { ...invoice, balanceOre: 0 } })).not.toContain('PAID_WITHOUT_KID');
  });

  it('is likely what the wish says: another reference, the same one, or none', () => {
    expect(asked('Prosjekt 4410')).toBe('WRONG_REFERENCE');
    expect(asked('po 77412')).toBe('REFERENCE_HIDDEN_BY_SUPPLIER');
    expect(asked(null, without)).toBe('REFERENCE_NOT_GIVEN');
    expect(asked(null)).toBeNull();
  });
});

describe('an answer', () => {
  const answers = Object.values(QueryOutcome);

  it.each(['nb', 'nn', 'en'] as const)('has every outcome in %s, with nothing left open in it', language => {
    for (const outcome of answers) {
      const { paragraphs } = answerOf(outcome, { ...facts, language }, []);
      expect(paragraphs.length).toBeGreaterThan(2);
      expect(paragraphs.join(' ')).not.toMatch(/undefined|null|NaN|\$\{/);
    }
  });

  it('carries the line of the EHF when the reference is hidden, and then only', () => {
    const { lines } = referenceLines(ehfXml(invoiceExample));
    expect(lines).toEqual(['<cbc:BuyerReference>PO-77412</cbc:BuyerReference>']);
    for (const outcome of answers) {
      const { codeLines } = answerOf(outcome, facts, lines);
      expect(codeLines).toEqual(outcome === 'REFERENCE_HIDDEN_BY_SUPPLIER' ? lines : []);
    }
  });

  it('shows the order reference where no reference was given', () => {
    const { lines } = referenceLines(ehfXml(without.document));
    expect(lines.join('')).toContain('<cbc:ID>1045164</cbc:ID>');
  });

  it('that asks back tells nothing of an invoice', () => {
    const said = answerOf(
      'ASKED_BACK',
      { ...facts, invoice: null, reason: 'OTHER_FIRM' },
      [],
    ).paragraphs.join(' ');
    for (const secret of [invoiceExample.number, invoiceExample.kid, 'PO-77412', 'Nordfjell'])
      expect(said).not.toContain(secret);
  });

  it('has the clerk’s own words between the fixed ones, and none of them when there are none', () => {
    const { paragraphs } = answerOf('DUPLICATE', { ...facts, comment: ' Ring oss.\n\nHilsen Mona ' }, []);
    expect(paragraphs.slice(-3, -1)).toEqual(['Ring oss.', 'Hilsen Mona']);
  });
});
