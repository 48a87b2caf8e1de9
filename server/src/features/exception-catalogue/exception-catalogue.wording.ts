/** What the first versions of the rules are called, and what they ask for, in three languages. */
import type { Language } from '../../platform/language.ts';
import type { ExceptionCode } from '../exception/exception.enums.ts';

export type Words = Readonly<Record<Language, string>>;

const words = (nb: string, nn: string, en: string): Words => ({ nb, nn, en });

/** Short, as a heading. */
export const NAMES: Readonly<Record<ExceptionCode, Words>> = {
  AA_ENK_SPOUSE: words('Ektefelle av ENK-eier', 'Ektefelle til ENK-eigar', 'Spouse of sole proprietor'),
  AA_DA_ANS_PARTNER: words('Deltaker i DA eller ANS', 'Deltakar i DA eller ANS', 'Partner in a DA or ANS'),
  AA_AS_OWNER_UNPAID: words('Eier av AS uten lønn', 'Eigar av AS utan løn', 'Owner of an AS without salary'),
  AA_BOARD_CHAIR: words('Ekstern styreleder', 'Ekstern styreleiar', 'External chair'),
  AA_CEO_NO_EMPLOYEES: words(
    'Daglig leder uten ansatte',
    'Dagleg leiar utan tilsette',
    'Manager without employees',
  ),
  AA_NAV_VTA: words('Varig tilrettelagt arbeid', 'Varig tilrettelagt arbeid', 'Permanently adapted work'),
  UDI_CONFIRMED: words('Bekreftet av UDI', 'Stadfesta av UDI', 'Confirmed by UDI'),
  UDI_EEA_FAMILY: words('Ektefelle til EØS-borger', 'Ektefelle til EØS-borgar', 'Spouse of EEA citizen'),
  VAT_KF_1510: words(
    'Kommunalt foretak, sektor 1510',
    'Kommunalt føretak, sektor 1510',
    'Municipal undertaking, sector 1510',
  ),
  VAT_UNDER_50K_NEW: words('Ny, under grensen', 'Ny, under grensa', 'New, below the threshold'),
  VAT_UNDER_50K_OTHER: words('Under grensen', 'Under grensa', 'Below the threshold'),
  VAT_SVALBARD: words('Svalbard', 'Svalbard', 'Svalbard'),
  VAT_NOT_LIABLE: words('Ikke avgiftspliktig', 'Ikkje avgiftspliktig', 'Not liable to VAT'),
  STAFFING_FOREIGN: words('Utenlandsk utleier', 'Utanlandsk utleigar', 'Foreign hirer-out'),
};

export const LABELS = {
  PERSON: words('Navn og fødselsnummer', 'Namn og fødselsnummer', 'Name and national ID number'),
  FIRM: words('Organisasjonsnummer', 'Organisasjonsnummer', 'Organisation number'),
  MARRIAGE: words(
    'Vigselsattest eller felles skattemelding',
    'Vigselsattest eller felles skattemelding',
    'Marriage certificate or joint tax return',
  ),
  PARTNERSHIP: words(
    'Utskrift fra både Enhetsregisteret og Foretaksregisteret, eller firmaattest',
    'Utskrift frå både Einingsregisteret og Føretaksregisteret, eller firmaattest',
    'Printouts from both Enhetsregisteret and Foretaksregisteret, or certificate of registration',
  ),
  NAV_PAPER: words(
    'Bekreftelse fra NAV med navn og fødselsnummer',
    'Stadfesting frå NAV med namn og fødselsnummer',
    'Confirmation from NAV with name and national ID number',
  ),
  UDI_CONFIRMATION: words(
    'Bekreftelse fra UDI, merket «søknad om unntaksregister UDI»',
    'Stadfesting frå UDI, merkt «søknad om unntaksregister UDI»',
    'Confirmation from UDI, marked “application for exemption registration UDI”',
  ),
  RESIDENCE_CARD: words(
    'Oppholdskort, «oppholdsrett»',
    'Opphaldskort, «opphaldsrett»',
    'Residence card, “oppholdsrett”',
  ),
  VAT_PROVISION: words(
    'Bestemmelsen i merverdiavgiftsloven',
    'Føresegna i meirverdiavgiftslova',
    'Provision of the VAT act',
  ),
  RF_1316: words('Attest RF-1316', 'Attest RF-1316', 'Certificate RF-1316'),
  FOREIGN_STAFF: words(
    'Utenlandske ansatte: D-nummer og registrert i Aa eller OAR',
    'Utanlandske tilsette: D-nummer og registrerte i Aa eller OAR',
    'Foreign staff: D-number and registered in Aa or OAR',
  ),
  TAX_OFFICE_PROOF: words(
    'Dokumentasjon fra skattekontoret',
    'Dokumentasjon frå skattekontoret',
    'Proof from the tax office',
  ),
  RF_1199: words(
    'RF-1199 med stempelkode eller Altinn-kvittering',
    'RF-1199 med stempelkode eller Altinn-kvittering',
    'RF-1199 with stamp code or Altinn receipt',
  ),
  HIRE_CONTRACT: words(
    'Innleiekontrakt på norsk eller engelsk',
    'Innleigekontrakt på norsk eller engelsk',
    'Hire contract in Norwegian or English',
  ),
} as const satisfies Readonly<Record<string, Words>>;
