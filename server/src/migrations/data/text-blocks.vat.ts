/** Grounds for and against exceptions from Mva-registeret. */
import { about, type Block } from './texts.ts';

const UNDER = ['VAT_UNDER_50K_NEW', 'VAT_UNDER_50K_OTHER'];
const municipal = about(['VAT_KF_1510'], 'GRANT');
const notMunicipal = about(['VAT_KF_1510'], 'REFUSE');
const under = about(UNDER, 'GRANT');
const over = about(UNDER, 'REFUSE');
const fresh = about(['VAT_UNDER_50K_NEW'], 'GRANT');
const notFresh = about(['VAT_UNDER_50K_NEW'], 'REFUSE');
const older = about(['VAT_UNDER_50K_OTHER'], 'GRANT');
const notOlder = about(['VAT_UNDER_50K_OTHER'], 'REFUSE');
const svalbard = about(['VAT_SVALBARD'], 'GRANT');
const notSvalbard = about(['VAT_SVALBARD'], 'REFUSE');
const exempt = about(['VAT_NOT_LIABLE'], 'GRANT');
const liable = about(['VAT_NOT_LIABLE'], 'REFUSE');

export const VAT_BLOCKS: readonly Block[] = [
  municipal(
    'SECTOR_1510',
    [
      'Kommunalt foretak i sektor 1510',
      'Kommunalt føretak i sektor 1510',
      'Municipal undertaking in sector 1510',
    ],
    [
      'Virksomheten er et kommunalt foretak i institusjonell sektor 1510.',
      'Verksemda er eit kommunalt føretak i institusjonell sektor 1510.',
      'The firm is a municipal undertaking in institutional sector 1510.',
    ],
  ),
  municipal(
    'PROVISION_FITS',
    [
      'Fritatt etter bestemmelsen det er vist til',
      'Friteken etter føresegna det er vist til',
      'Exempt under the provision referred to',
    ],
    [
      'Omsetningen er ikke avgiftspliktig etter bestemmelsen virksomheten viser til.',
      'Omsetninga er ikkje avgiftspliktig etter føresegna verksemda viser til.',
      'The turnover is not liable to VAT under the provision the firm refers to.',
    ],
  ),
  notMunicipal(
    'OTHER_SECTOR',
    ['Annen sektor enn 1510', 'Annan sektor enn 1510', 'Another sector than 1510'],
    [
      'Virksomheten står ikke i institusjonell sektor 1510.',
      'Verksemda står ikkje i institusjonell sektor 1510.',
      'The firm is not in institutional sector 1510.',
    ],
  ),
  notMunicipal(
    'PROVISION_DOES_NOT_FIT',
    ['Bestemmelsen passer ikke', 'Føresegna passar ikkje', 'The provision does not fit'],
    [
      'Bestemmelsen virksomheten viser til, gjelder ikke omsetningen.',
      'Føresegna verksemda viser til, gjeld ikkje omsetninga.',
      'The provision the firm refers to does not cover its turnover.',
    ],
  ),
  under(
    'UNDER_THRESHOLD',
    ['Omsetning under grensen', 'Omsetning under grensa', 'Turnover below the threshold'],
    [
      'Omsetningen er ikke over grensen for registrering i Merverdiavgiftsregisteret.',
      'Omsetninga er ikkje over grensa for registrering i Meirverdiavgiftsregisteret.',
      'The turnover does not exceed the threshold for VAT registration.',
    ],
  ),
  over(
    'OVER_THRESHOLD',
    ['Omsetning over grensen', 'Omsetning over grensa', 'Turnover above the threshold'],
    [
      'Omsetningen er over grensen. Virksomheten må registreres i Merverdiavgiftsregisteret.',
      'Omsetninga er over grensa. Verksemda må registrerast i Meirverdiavgiftsregisteret.',
      'The turnover exceeds the threshold. The firm must register for VAT.',
    ],
  ),
  fresh(
    'NEW_FIRM',
    ['Ny virksomhet', 'Ny verksemd', 'New firm'],
    [
      'Virksomheten er ny. Unntaket er kort, og oppføringen slettes når tiden er ute.',
      'Verksemda er ny. Unntaket er kort, og oppføringa blir sletta når tida er ute.',
      'The firm is new. The exception is short, and the entry is deleted when its time is up.',
    ],
  ),
  notFresh(
    'NOT_NEW_FIRM',
    ['Virksomheten er ikke ny', 'Verksemda er ikkje ny', 'The firm is not new'],
    [
      'Virksomheten regnes ikke lenger som ny, og må legge ved attest RF-1316.',
      'Verksemda blir ikkje lenger rekna som ny, og må leggje ved attest RF-1316.',
      'The firm no longer counts as new and must enclose certificate RF-1316.',
    ],
  ),
  older(
    'RF_1316_SHOWS',
    ['RF-1316 er lagt fram', 'RF-1316 er lagd fram', 'RF-1316 has been shown'],
    [
      'Virksomheten har lagt fram attest RF-1316 fra Skatteetaten.',
      'Verksemda har lagt fram attest RF-1316 frå Skatteetaten.',
      'The firm has shown certificate RF-1316 from the tax authority.',
    ],
  ),
  notOlder(
    'NO_RF_1316',
    ['RF-1316 er ikke lagt fram', 'RF-1316 er ikkje lagd fram', 'RF-1316 has not been shown'],
    [
      'Virksomheten har ikke lagt fram attest RF-1316.',
      'Verksemda har ikkje lagt fram attest RF-1316.',
      'The firm has not shown certificate RF-1316.',
    ],
  ),
  svalbard(
    'ON_SVALBARD',
    ['Virksomhet på Svalbard', 'Verksemd på Svalbard', 'Firm on Svalbard'],
    [
      'Virksomheten holder til på Svalbard, der merverdiavgiftsloven ikke gjelder.',
      'Verksemda held til på Svalbard, der meirverdiavgiftslova ikkje gjeld.',
      'The firm is on Svalbard, where the VAT act does not apply.',
    ],
  ),
  notSvalbard(
    'NOT_ON_SVALBARD',
    ['Ikke på Svalbard', 'Ikkje på Svalbard', 'Not on Svalbard'],
    [
      'Virksomheten holder ikke til på Svalbard.',
      'Verksemda held ikkje til på Svalbard.',
      'The firm is not on Svalbard.',
    ],
  ),
  notSvalbard(
    'FOREIGN_STAFF_NOT_REGISTERED',
    [
      'Utenlandske ansatte er ikke registrert',
      'Utanlandske tilsette er ikkje registrerte',
      'Foreign staff are not registered',
    ],
    [
      'Utenlandske ansatte mangler D-nummer eller er ikke meldt til Aa-registeret eller OAR.',
      'Utanlandske tilsette manglar D-nummer eller er ikkje melde til Aa-registeret eller OAR.',
      'Foreign staff lack a D-number or are not reported to Aa-registeret or OAR.',
    ],
  ),
  exempt(
    'PROVED_NOT_LIABLE',
    ['Skattekontoret bekrefter', 'Skattekontoret stadfestar', 'The tax office confirms'],
    [
      'Skattekontoret bekrefter at virksomheten ikke er avgiftspliktig.',
      'Skattekontoret stadfestar at verksemda ikkje er avgiftspliktig.',
      'The tax office confirms that the firm is not liable to VAT.',
    ],
  ),
  liable(
    'IS_LIABLE',
    ['Virksomheten er avgiftspliktig', 'Verksemda er avgiftspliktig', 'The firm is liable to VAT'],
    [
      'Virksomheten er avgiftspliktig og må registreres i Merverdiavgiftsregisteret.',
      'Verksemda er avgiftspliktig og må registrerast i Meirverdiavgiftsregisteret.',
      'The firm is liable to VAT and must register.',
    ],
  ),
];
