/** The words for what the desk has about a person beside her cases, in her language. */
import type { Language } from '../../platform/language.ts';

export const HELD_KINDS = [
  ...(['ORDER', 'CARD', 'CHECK', 'ANSWER', 'EMPLOYMENT', 'DELEGATION', 'ROLE', 'CALL', 'POWER'] as const),
  ...(['WORKER', 'INVOICE'] as const),
] as const;
export type HeldKind = (typeof HELD_KINDS)[number];

export interface HeldTexts {
  readonly title: string;
  readonly kinds: Readonly<Record<HeldKind, string>>;
  /** Of states, schemes, registers and outcomes; a code without a word is shown as it is. */
  readonly words: Readonly<Record<string, string>>;
}

const REGISTERS_NB = {
  ENHETSREGISTERET: 'Enhetsregisteret',
  FORETAKSREGISTERET: 'Foretaksregisteret',
  MVA: 'Mva-registeret',
  FOLKEREGISTERET: 'Folkeregisteret',
  AA: 'Aa-registeret',
  OAR: 'Oppdrags- og arbeidsforholdsregisteret',
  UDI: 'UDI',
  CLEANING_APPROVAL: 'Renholdsregisteret',
  CAR_CARE_APPROVAL: 'Bilpleieregisteret',
  STAFFING: 'Bemanningsforetaksregisteret',
};

const nb: HeldTexts = {
  title: 'Dette har vi registrert om deg',
  kinds: {
    ORDER: 'Bestillinger av kort til deg',
    CARD: 'Kort',
    CHECK: 'Kontroller mot registre',
    ANSWER: 'Tidligere svar fra registre',
    EMPLOYMENT: 'Arbeidsforhold',
    DELEGATION: 'Fullmakter til å bestille for en virksomhet',
    ROLE: 'Roller i virksomheter',
    CALL: 'Telefonsamtaler der identiteten ble kontrollert',
    POWER: 'Fullmakter du har gitt',
    WORKER: 'Søknader om godkjenning der du er nevnt som en som arbeider i virksomheten',
    INVOICE: 'Fakturaer til deg',
  },
  words: {
    ...REGISTERS_NB,
    ...{ CONSTRUCTION: 'bygg og anlegg', CLEANING: 'renhold', CAR_CARE: 'bilpleie' },
    ...{ GOODS_TRANSPORT: 'godstransport', DRAFT: 'utkast', READY: 'klar til produksjon' },
    ...{ IMAGE_REJECTED: 'bilder avvist', IN_PRODUCTION: 'i produksjon', SHIPPED: 'sendt' },
    ...{ AUTO_CANCELLED: 'avbestilt automatisk', CANCELLED: 'kansellert', REJECTED: 'avvist' },
    ...{ VALID: 'gyldig', INVALID: 'ugyldig', BLOCKED: 'sperret', EXPIRED: 'utløpt' },
    ...{ APPROVED: 'godkjent', APPROVED_BY_EXCEPTION: 'godkjent ved unntak', PENDING: 'avventer' },
    ...{ APPROVED_BY_SELF_DECLARATION: 'godkjent ved egenerklæring', NOT_APPLICABLE: 'gjelder ikke' },
    ...{ UNAVAILABLE: 'registeret svarte ikke', VERIFIED: 'stemte', REFUSED: 'stemte ikke' },
    ...{ NO_ANSWER: 'ikke kontrollert' },
  },
};

const nn: HeldTexts = {
  title: 'Dette har vi registrert om deg',
  kinds: {
    ORDER: 'Bestillingar av kort til deg',
    CARD: 'Kort',
    CHECK: 'Kontrollar mot register',
    ANSWER: 'Tidlegare svar frå register',
    EMPLOYMENT: 'Arbeidsforhold',
    DELEGATION: 'Fullmakter til å bestille for ei verksemd',
    ROLE: 'Roller i verksemder',
    CALL: 'Telefonsamtalar der identiteten vart kontrollert',
    POWER: 'Fullmakter du har gitt',
    WORKER: 'Søknader om godkjenning der du er nemnd som ein som arbeider i verksemda',
    INVOICE: 'Fakturaer til deg',
  },
  words: {
    ...{
      ...REGISTERS_NB,
      FORETAKSREGISTERET: 'Føretaksregisteret',
      CLEANING_APPROVAL: 'Reinhaldsregisteret',
    },
    ...{ STAFFING: 'Bemanningsføretaksregisteret', OAR: 'Oppdrags- og arbeidsforholdsregisteret' },
    ...{ CONSTRUCTION: 'bygg og anlegg', CLEANING: 'reinhald', CAR_CARE: 'bilpleie' },
    ...{ GOODS_TRANSPORT: 'godstransport', DRAFT: 'utkast', READY: 'klar til produksjon' },
    ...{ IMAGE_REJECTED: 'bilete avviste', IN_PRODUCTION: 'i produksjon', SHIPPED: 'send' },
    ...{ AUTO_CANCELLED: 'avbestilt automatisk', CANCELLED: 'kansellert', REJECTED: 'avvist' },
    ...{ VALID: 'gyldig', INVALID: 'ugyldig', BLOCKED: 'sperra', EXPIRED: 'utgått' },
    ...{ APPROVED: 'godkjend', APPROVED_BY_EXCEPTION: 'godkjend ved unntak', PENDING: 'ventar' },
    ...{ APPROVED_BY_SELF_DECLARATION: 'godkjend ved eigenerklæring', NOT_APPLICABLE: 'gjeld ikkje' },
    ...{ UNAVAILABLE: 'registeret svara ikkje', VERIFIED: 'stemte', REFUSED: 'stemte ikkje' },
    ...{ NO_ANSWER: 'ikkje kontrollert' },
  },
};

const en: HeldTexts = {
  title: 'What we have on record about you',
  kinds: {
    ORDER: 'Orders of cards for you',
    CARD: 'Cards',
    CHECK: 'Checks against registers',
    ANSWER: 'Earlier answers of registers',
    EMPLOYMENT: 'Employments',
    DELEGATION: 'Rights to order for a firm',
    ROLE: 'Roles in firms',
    CALL: 'Phone calls in which identity was checked',
    POWER: 'Powers of attorney you have given',
    WORKER: 'Applications for approval that name you as working in the firm',
    INVOICE: 'Invoices to you',
  },
  words: {
    ...REGISTERS_NB,
    ...{ CONSTRUCTION: 'construction', CLEANING: 'cleaning', CAR_CARE: 'car care' },
    ...{ GOODS_TRANSPORT: 'goods transport', DRAFT: 'draft', READY: 'ready for production' },
    ...{ IMAGE_REJECTED: 'images rejected', IN_PRODUCTION: 'in production', SHIPPED: 'shipped' },
    ...{ AUTO_CANCELLED: 'cancelled automatically', CANCELLED: 'cancelled', REJECTED: 'rejected' },
    ...{ VALID: 'valid', INVALID: 'invalid', BLOCKED: 'blocked', EXPIRED: 'expired' },
    ...{ APPROVED: 'approved', APPROVED_BY_EXCEPTION: 'approved by exception', PENDING: 'pending' },
    ...{ APPROVED_BY_SELF_DECLARATION: 'approved by self-declaration', NOT_APPLICABLE: 'does not apply' },
    ...{ UNAVAILABLE: 'the register did not answer', VERIFIED: 'matched', REFUSED: 'did not match' },
    ...{ NO_ANSWER: 'not checked' },
  },
};

export const HELD_TEXTS: Readonly<Record<Language, HeldTexts>> = { nb, nn, en };
