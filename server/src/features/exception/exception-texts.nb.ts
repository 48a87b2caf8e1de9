/** The exceptions in Bokmål. */
import type { ExceptionWordings } from './exception-wording.ts';

export const exceptionTextsNb: ExceptionWordings = {
  none: 'Ingen unntak passer.',
  who: {
    AA_ENK_SPOUSE: 'Ektefelle til innehaver av enkeltpersonforetak',
    AA_DA_ANS_PARTNER: 'Deltaker i DA eller ANS',
    AA_AS_OWNER_UNPAID: 'Eier av aksjeselskap uten lønn fra selskapet',
    AA_BOARD_CHAIR: 'Styreleder eller annen rolleinnehaver som ikke er ansatt',
    AA_CEO_NO_EMPLOYEES: 'Daglig leder i virksomhet uten ansatte',
    AA_NAV_VTA: 'Person i varig tilrettelagt arbeid gjennom NAV',
    UDI_CONFIRMED: 'Person med bekreftelse fra UDI på at retten til å arbeide er gyldig',
    UDI_EEA_FAMILY: 'Ektefelle til EØS-borger, med oppholdskort',
    VAT_KF_1510: 'Kommunalt foretak i sektor 1510',
    VAT_UNDER_50K_NEW: 'Virksomhet yngre enn seks måneder med omsetning under grensen',
    VAT_UNDER_50K_OTHER: 'Eldre virksomhet med omsetning under grensen',
    VAT_SVALBARD: 'Virksomhet på Svalbard',
    VAT_NOT_LIABLE: 'Annen virksomhet som ikke er avgiftspliktig',
    STAFFING_FOREIGN: 'Utenlandsk virksomhet uten norsk adresse der utleie ikke er formålet',
  },
  ruledOut: {
    NOT_SOLE_PROPRIETOR: 'Virksomheten er ikke et enkeltpersonforetak.',
    NOT_PARTNERSHIP: 'Virksomheten er ikke et DA eller ANS.',
    NOT_LIMITED_COMPANY: 'Virksomheten er ikke et aksjeselskap.',
    NO_PARTNER_ROLE: 'Personen er ikke deltaker ifølge Enhetsregisteret.',
    NO_BOARD_ROLE: 'Personen er ikke styreleder og har ingen annen rolle ifølge Enhetsregisteret.',
    NOT_MANAGER: 'Personen er ikke daglig leder ifølge Enhetsregisteret.',
    HAS_EMPLOYEES: 'Virksomheten har ansatte.',
    NOT_SECTOR_1510: 'Virksomheten er ikke i sektor 1510.',
    SIX_MONTHS_OR_OLDER: 'Virksomheten er for gammel til å regnes som ny.',
    YOUNGER_THAN_SIX_MONTHS: 'Virksomheten regnes fortsatt som ny.',
    NOT_ON_SVALBARD: 'Virksomheten er ikke på Svalbard.',
    NOT_FOREIGN: 'Virksomheten er ikke utenlandsk.',
  },
};
