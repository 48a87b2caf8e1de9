/** The exceptions in Nynorsk. */
import type { ExceptionWordings } from './exception-wording.ts';

export const exceptionTextsNn: ExceptionWordings = {
  none: 'Ingen unntak passar.',
  who: {
    AA_ENK_SPOUSE: 'Ektefelle til innehavar av enkeltpersonføretak',
    AA_DA_ANS_PARTNER: 'Deltakar i DA eller ANS',
    AA_AS_OWNER_UNPAID: 'Eigar av aksjeselskap utan løn frå selskapet',
    AA_BOARD_CHAIR: 'Styreleiar eller annan rolleinnehavar som ikkje er tilsett',
    AA_CEO_NO_EMPLOYEES: 'Dagleg leiar i verksemd utan tilsette',
    AA_NAV_VTA: 'Person i varig tilrettelagt arbeid gjennom NAV',
    UDI_CONFIRMED: 'Person med stadfesting frå UDI på at retten til å arbeide er gyldig',
    UDI_EEA_FAMILY: 'Ektefelle til EØS-borgar, med opphaldskort',
    VAT_KF_1510: 'Kommunalt føretak i sektor 1510',
    VAT_UNDER_50K_NEW: 'Verksemd yngre enn seks månader med omsetning under grensa',
    VAT_UNDER_50K_OTHER: 'Eldre verksemd med omsetning under grensa',
    VAT_SVALBARD: 'Verksemd på Svalbard',
    VAT_NOT_LIABLE: 'Anna verksemd som ikkje er avgiftspliktig',
    STAFFING_FOREIGN: 'Utanlandsk verksemd utan norsk adresse der utleige ikkje er føremålet',
  },
  ruledOut: {
    NOT_SOLE_PROPRIETOR: 'Verksemda er ikkje eit enkeltpersonføretak.',
    NOT_PARTNERSHIP: 'Verksemda er ikkje eit DA eller ANS.',
    NOT_LIMITED_COMPANY: 'Verksemda er ikkje eit aksjeselskap.',
    NO_PARTNER_ROLE: 'Personen er ikkje deltakar ifølgje Einingsregisteret.',
    NO_BOARD_ROLE: 'Personen er ikkje styreleiar og har inga anna rolle ifølgje Einingsregisteret.',
    NOT_MANAGER: 'Personen er ikkje dagleg leiar ifølgje Einingsregisteret.',
    HAS_EMPLOYEES: 'Verksemda har tilsette.',
    NOT_SECTOR_1510: 'Verksemda er ikkje i sektor 1510.',
    SIX_MONTHS_OR_OLDER: 'Verksemda er for gammal til å reknast som ny.',
    YOUNGER_THAN_SIX_MONTHS: 'Verksemda blir framleis rekna som ny.',
    NOT_ON_SVALBARD: 'Verksemda er ikkje på Svalbard.',
    NOT_FOREIGN: 'Verksemda er ikkje utanlandsk.',
  },
};
