/** What reviewers wrote to orderers beside the reasons, and to each other. */
import type { ImageReason } from '../../server/src/features/image-review/image-review.enums.ts';
import type { Language } from '../../server/src/platform/language.ts';

type Comments = Partial<Record<ImageReason, string>>;

export const REJECTION_COMMENTS: Readonly<Record<Language, Comments>> = {
  nb: {
    PH_LIGHT: 'Ta bildet mot et vindu, med lyset forfra.',
    PH_BACKGROUND: 'Skyggen er fra blitsen. Gå en halv meter ut fra veggen.',
    PH_GLASSES: 'Brillene må av, også de uten innfatning.',
    PH_HEADGEAR: 'Hjelm og lue må av på bildet.',
    PH_QUALITY: 'Bildet er tatt for langt unna og ble uskarpt.',
    PH_ANGLE: 'Hodet er vendt mot siden. Se rett inn i kameraet.',
    PH_EXPRESSION: 'Munnen må være lukket.',
    PH_EYES: 'Øynene er lukket på bildet.',
    PH_EARS: 'Ørene må synes. Ta av hørselvernet eller legg håret bak.',
    PH_REPHOTO: 'Dette er et bilde av et papirbilde.',
    ID_BANKCARD: 'Bankkort kan ikke brukes, selv om det har bilde.',
    ID_EXPIRED: 'Legitimasjonen har gått ut. Har du et nasjonalt ID-kort, kan du bruke det.',
    ID_UNREADABLE: 'Hele siden i passet må være med.',
    ID_PERSON_MISMATCH: 'Legitimasjonen tilhører en annen i familien.',
  },
  nn: {
    PH_LIGHT: 'Ta biletet mot eit vindauge, med lyset framanfrå.',
    PH_BACKGROUND: 'Skuggen kjem frå blitsen. Gå ein halv meter ut frå veggen.',
    PH_GLASSES: 'Brillene må av, også dei utan innfatning.',
    PH_HEADGEAR: 'Hjelm og lue må av på biletet.',
    ID_EXPIRED: 'Legitimasjonen har gått ut.',
    ID_UNREADABLE: 'Heile sida i passet må vere med.',
  },
  en: {
    PH_LIGHT: 'Stand facing a window so that the light comes from the front.',
    PH_BACKGROUND: 'The shadow comes from the flash. Step half a metre away from the wall.',
    PH_GLASSES: 'Glasses must come off.',
    PH_HEADGEAR: 'No helmet or hat in the photo, please.',
    ID_BANKCARD: 'A bank card cannot be used, even with a photo on it.',
    ID_EXPIRED: 'The document has expired.',
    ID_UNREADABLE: 'The whole page of the passport must be visible.',
  },
};

export const CASE_NOTES: readonly string[] = [
  'Bestilleren ringte og spurte hvor langt vi er kommet. Sa at bildene blir sett på denne uken.',
  'Den ansatte har byttet etternavn. Passet har det gamle, bestillingen det nye. Folkeregisteret viser begge.',
  'Bestilleren ber om at kortet sendes til avdelingen, ikke til hovedkontoret.',
  'Ringt bestiller, ikke svar. Prøver igjen i morgen.',
  'Samme bestiller har flere saker til kontroll. Kan med fordel tas samlet.',
  'Den ansatte snakker lite norsk. Bestilleren vil ha svarene på engelsk.',
  'Starter i ny jobb mandag. Bestilleren er lovet svar før helgen.',
  'Bildet kom i posten på minnepenn. Arkivert og makulert.',
];

export const HOLD_NOTES: readonly string[] = [
  'Venter på at bestilleren bekrefter hvem kortet gjelder.',
  'Bestilleren sjekker om den ansatte har fått nytt pass.',
  'Avklares med kollega som kjenner språket.',
  'Bestilleren er på ferie og svarer når hun er tilbake.',
];
