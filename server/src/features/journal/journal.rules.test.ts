import { describe, expect, it } from 'vitest';
import { JournalSubject } from './journal.enums.ts';
import { journalTitle } from './journal.rules.ts';

const firm = { name: 'Reine Trapper AS', isPerson: false };
/** What only an exception can have: an entry of its own, and its end. */
const OF_EXCEPTIONS: readonly JournalSubject[] = [
  'ENTRY_WARNED',
  'ENTRY_END_TOLD',
  'ENTRY_EXPIRED',
  'ENTRY_ENDED',
  'ENTRY_DELETED',
];
const SUBJECTS = Object.values(JournalSubject).filter(subject => !OF_EXCEPTIONS.includes(subject));

describe('the journal of a firm’s approval', () => {
  it.each([
    ['CLEANING_APPROVAL', 'Vedtak: godkjenning som renholdsvirksomhet er trukket tilbake – Reine Trapper AS'],
    [
      'CAR_CARE_APPROVAL',
      'Vedtak: godkjenning som virksomhet for bilpleie, hjulskift og hjullagring er trukket tilbake – Reine Trapper AS',
    ],
    ['STAFFING', 'Vedtak: godkjenning som bemanningsforetak er trukket tilbake – Reine Trapper AS'],
  ] as const)('%s: names what it is approved as', (register, title) => {
    const told = journalTitle({ subject: 'WITHDRAWAL', register, approval: true, about: firm });
    expect(told).toEqual({ title, publicTitle: title, accessCode: null, accessBasis: null });
  });

  it.each(SUBJECTS)('%s never calls it an exception', subject => {
    const about = { subject, register: 'CLEANING_APPROVAL', about: firm } as const;
    expect(journalTitle({ ...about, approval: true }).title).not.toMatch(/unnta|undefined/i);
    expect(journalTitle({ ...about, approval: false }).title).toMatch(/unnta/i);
  });

  it('shields the name of a sole proprietor, who is a firm too', () => {
    const about = { name: 'Kari Vask ENK', isPerson: true };
    const told = journalTitle({
      subject: 'APPLICATION',
      register: 'CLEANING_APPROVAL',
      approval: true,
      about,
    });
    expect(told).toMatchObject({
      title: 'Søknad om godkjenning som renholdsvirksomhet – Kari Vask ENK',
      publicTitle: 'Søknad om godkjenning som renholdsvirksomhet – ***',
      accessCode: 'UO',
    });
  });
});
