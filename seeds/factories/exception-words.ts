/** What a decision of the demo relies on, in the language of its letter: one sentence for each exception. */
import { type ApplicationCode, isApproval } from '../../server/src/features/application/application.enums.ts';
import type { DecisionOutcome } from '../../server/src/features/exception-catalogue/exception-catalogue.enums.ts';
import type { Language } from '../../server/src/platform/language.ts';

type InThree = Readonly<Record<Language, string>>;
const t = (nb: string, nn: string, en: string): InThree => ({ nb, nn, en });

const MET: Readonly<Record<ApplicationCode, InThree>> = {
  AA_ENK_SPOUSE: t(
    'Folkeregisteret viser at du er gift med innehaveren av foretaket.',
    'Folkeregisteret viser at du er gift med innehavaren av føretaket.',
    'The population register shows that you are married to the owner of the firm.',
  ),
  AA_DA_ANS_PARTNER: t(
    'Enhetsregisteret viser at du er deltaker i selskapet.',
    'Einingsregisteret viser at du er deltakar i selskapet.',
    'Enhetsregisteret shows that you are a partner in the company.',
  ),
  AA_AS_OWNER_UNPAID: t(
    'Du eier aksjer i selskapet og får ikke lønn fra det.',
    'Du eig aksjar i selskapet og får ikkje lønn frå det.',
    'You own shares in the company and are not paid by it.',
  ),
  AA_BOARD_CHAIR: t(
    'Enhetsregisteret viser at du er styreleder og ikke ansatt.',
    'Einingsregisteret viser at du er styreleiar og ikkje tilsett.',
    'Enhetsregisteret shows that you chair the board and are not employed.',
  ),
  AA_CEO_NO_EMPLOYEES: t(
    'Enhetsregisteret viser at du er daglig leder og at virksomheten ikke har ansatte.',
    'Einingsregisteret viser at du er dagleg leiar og at verksemda ikkje har tilsette.',
    'Enhetsregisteret shows that you are the manager and that the firm has no employees.',
  ),
  AA_NAV_VTA: t(
    'NAV har bekreftet at du er i varig tilrettelagt arbeid i virksomheten.',
    'NAV har stadfesta at du er i varig tilrettelagt arbeid i verksemda.',
    'NAV has confirmed that you are in permanently adapted work in the firm.',
  ),
  UDI_CONFIRMED: t(
    'Utlendingsdirektoratet har bekreftet at du har rett til å arbeide.',
    'Utlendingsdirektoratet har stadfesta at du har rett til å arbeide.',
    'The Directorate of Immigration has confirmed that you have the right to work.',
  ),
  UDI_EEA_FAMILY: t(
    'Oppholdskortet viser at du har oppholdsrett som ektefelle til en EØS-borger.',
    'Opphaldskortet viser at du har opphaldsrett som ektefelle til ein EØS-borgar.',
    'The residence card shows that you have the right of residence as the spouse of an EEA citizen.',
  ),
  VAT_KF_1510: t(
    'Foretaket er et kommunalt foretak i sektor 1510.',
    'Føretaket er eit kommunalt føretak i sektor 1510.',
    'The firm is a municipal undertaking in sector 1510.',
  ),
  VAT_UNDER_50K_NEW: t(
    'Virksomheten var yngre enn seks måneder da vi fikk søknaden.',
    'Verksemda var yngre enn seks månader då vi fekk søknaden.',
    'The firm was younger than six months when we received the application.',
  ),
  VAT_UNDER_50K_OTHER: t(
    'Skjema RF-1316 viser at omsetningen er under grensen.',
    'Skjema RF-1316 viser at omsetninga er under grensa.',
    'Form RF-1316 shows that the turnover is below the limit.',
  ),
  VAT_SVALBARD: t(
    'Virksomheten holder til på Svalbard.',
    'Verksemda held til på Svalbard.',
    'The firm is on Svalbard.',
  ),
  VAT_NOT_LIABLE: t(
    'Skatteetaten har bekreftet at virksomheten ikke er avgiftspliktig.',
    'Skatteetaten har stadfesta at verksemda ikkje er avgiftspliktig.',
    'The tax authorities have confirmed that the firm is not liable to VAT.',
  ),
  STAFFING_FOREIGN: t(
    'Kontrakten viser at utleie ikke er formålet med virksomheten.',
    'Kontrakten viser at utleige ikkje er formålet med verksemda.',
    'The contract shows that hiring out is not the purpose of the firm.',
  ),
  CLEANING_FIRM: t(
    'Dokumentene og registrene viser at vilkårene for godkjenning er oppfylt.',
    'Dokumenta og registra viser at vilkåra for godkjenning er oppfylte.',
    'The documents and the registers show that the conditions for approval are met.',
  ),
  CAR_CARE_FIRM: t(
    'Dokumentene og registrene viser at vilkårene for godkjenning er oppfylt.',
    'Dokumenta og registra viser at vilkåra for godkjenning er oppfylte.',
    'The documents and the registers show that the conditions for approval are met.',
  ),
  STAFFING_AGENCY: t(
    'Registrene viser at foretaket er registrert slik det skal være.',
    'Registra viser at føretaket er registrert slik det skal vere.',
    'The registers show that the firm is registered as it has to be.',
  ),
};

const APPROVAL_LOST = t(
  'Vilkårene for godkjenningen er ikke lenger oppfylt.',
  'Vilkåra for godkjenninga er ikkje lenger oppfylte.',
  'The conditions for the approval are no longer met.',
);

const NOT_MET: Readonly<Record<Exclude<DecisionOutcome, 'GRANT'>, InThree>> = {
  REFUSE: t(
    'Papirene og registrene viser ikke at vilkåret er oppfylt.',
    'Papira og registra viser ikkje at vilkåret er oppfylt.',
    'The papers and the registers do not show that the condition is met.',
  ),
  DISMISS: t(
    'Vi har ikke fått dokumentene vi ba om innen fristen.',
    'Vi har ikkje fått dokumenta vi bad om innan fristen.',
    'We have not received the documents we asked for by the deadline.',
  ),
  WITHDRAW: t(
    'Grunnlaget for unntaket er falt bort.',
    'Grunnlaget for unntaket er falle bort.',
    'The basis for the exception no longer exists.',
  ),
};

export function relied(code: ApplicationCode, outcome: DecisionOutcome): InThree {
  if (outcome === 'GRANT') return MET[code];
  return outcome === 'WITHDRAW' && isApproval(code) ? APPROVAL_LOST : NOT_MET[outcome];
}

/** Said in an appeal that is not reversed. */
export const ASSESSMENT = t(
  'Klagen har ikke nye opplysninger som endrer vurderingen vår.',
  'Klagen har ikkje nye opplysningar som endrar vurderinga vår.',
  'The appeal has no new information that changes our assessment.',
);
