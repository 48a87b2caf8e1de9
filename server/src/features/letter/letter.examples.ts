/** A record to write letters about in tests: the wife of a sole proprietor. */
import type { LetterFacts } from './letter-content.rules.ts';

export function letterFacts(given: Partial<LetterFacts> = {}): LetterFacts {
  return {
    kind: 'DECISION_GRANT',
    caseNumber: '2026/003987',
    date: '2026-11-23',
    recipient: {
      name: 'Marit Elvestad',
      lines: ['Elvestadvegen 14', '6790 Elvestad'],
      addressFromRegister: false,
    },
    personName: 'Marit Elvestad',
    firmName: 'Elvestad Maskin',
    firmNumber: '219770561',
    register: 'AA',
    receivedOn: '2026-11-12',
    validity: { from: '2026-11-24', to: '2028-11-23' },
    legalRefs: ['forskrift om HMS-kort på bygge- og anleggsplasser § 4', 'forvaltningsloven §§ 23 til 25'],
    facts: ['Du er gift med Jon Elvestad, som eier foretaket.'],
    grounds: ['Ektefeller kan ikke meldes som ansatt i et enkeltpersonforetak.'],
    freeText: 'Vigselsattesten viser at dere ble viet i 2005.',
    missing: ['Vigselsattest eller felles skattemelding'],
    mailAllowed: false,
    deadlineOn: '2026-12-15',
    decidedOn: '2026-10-01',
    appealBody: 'Arbeids- og inkluderingsdepartementet',
    office: { phone: '73 19 97 00', address: 'Arbeidstilsynet, Postboks 4720 Torgarden, 7468 Trondheim' },
    signers: [
      { role: 'APPROVER', name: 'Henrik Aas' },
      { role: 'DECIDER', name: 'Tuva Myhre' },
    ],
    notes: [],
    ...given,
  };
}
