/** The reasons and remedies in Bokmål, written to the orderer. */
import type { ReasonWordings } from './reason-wording.ts';

export const reasonTextsNb: ReasonWordings = {
  PH_HEADGEAR: {
    label: 'Hodeplagg uten grunn, eller dekker for mye',
    remedy:
      'Ta et nytt bilde uten hodeplagg. Bæres det av religiøse eller andre særlige grunner, må det ikke dekke ansiktet eller mer av hodet enn nødvendig.',
  },
  PH_EYES: {
    label: 'Øynene er ikke helt synlige',
    remedy: 'Ta et nytt bilde med åpne øyne. Hår, skygger eller annet må ikke dekke øynene.',
  },
  PH_EARS: {
    label: 'Ørene er ikke helt synlige',
    remedy: 'Ta et nytt bilde der begge ørene synes. Legg håret bak ørene og ta av hodetelefoner.',
  },
  PH_GAZE: {
    label: 'Blikket er ikke mot kamera',
    remedy: 'Ta et nytt bilde der personen ser rett inn i kameraet.',
  },
  PH_EXPRESSION: {
    label: 'Ikke nøytral / åpen munn',
    remedy: 'Ta et nytt bilde med nøytralt ansikt og lukket munn.',
  },
  PH_BACKGROUND: {
    label: 'Bakgrunn ikke lys, eller skygger',
    remedy:
      'Ta et nytt bilde foran en lys, ensfarget vegg. Gå et skritt fram fra veggen, så faller det ikke skygge på den.',
  },
  PH_LIGHT: {
    label: 'Ujevnt lys (hvite flekker på kortet)',
    remedy:
      'Ta et nytt bilde med lyset forfra, uten blits og uten sterkt sollys. Lyset skal være like sterkt på begge sider av ansiktet.',
  },
  PH_GLASSES: {
    label: 'Briller er ikke tillatt',
    remedy: 'Ta et nytt bilde uten briller.',
  },
  PH_ANGLE: {
    label: 'Ikke rett forfra',
    remedy: 'Ta et nytt bilde rett forfra. Hold kameraet i øyehøyde og hodet rett.',
  },
  PH_REPHOTO: {
    label: 'Bilde av et fotografi',
    remedy:
      'Ta et nytt bilde av personen selv. Bilde av et fotografi, et kort eller en skjerm kan ikke brukes.',
  },
  PH_LIKENESS: {
    label: 'Ikke slik personen ser ut nå',
    remedy: 'Ta et nytt bilde i dag, slik at det viser hvordan personen ser ut nå.',
  },
  PH_QUALITY: {
    label: 'Uskarpt / lav oppløsning',
    remedy:
      'Ta et nytt, skarpt bilde. Tørk av linsen, hold kameraet i ro og last opp originalbildet, ikke et skjermbilde.',
  },
  ID_KIND: {
    label: 'Legitimasjonstypen godtas ikke',
    remedy:
      'Last opp bilde av pass, nasjonalt ID-kort fra EU/EØS, norsk førerkort fra 1998 eller senere, eller norsk oppholdskort. Finnes ingen godkjent legitimasjon, ta kontakt med brukerstøtte.',
  },
  ID_BANKCARD: {
    label: 'Bankkort er ikke gyldig',
    remedy:
      'Last opp bilde av pass, nasjonalt ID-kort eller førerkort. Bankkort kan ikke brukes som legitimasjon.',
  },
  ID_EXPIRY_UNCLEAR: {
    label: 'Utløpsdato i pass mangler/utydelig',
    remedy: 'Ta et nytt bilde av hele siden med bilde i passet. Utløpsdatoen må være med og kunne leses.',
  },
  ID_EXPIRED: {
    label: 'Legitimasjonen er utløpt',
    remedy: 'Last opp bilde av en legitimasjon som er gyldig i dag.',
  },
  ID_LICENCE_PRE98: {
    label: 'Førerkort utstedt før 1998',
    remedy:
      'Last opp bilde av et norsk førerkort utstedt 1. januar 1998 eller senere, eller av pass eller nasjonalt ID-kort.',
  },
  ID_EMERGENCY: {
    label: 'Nødpass / pass for enkeltreise',
    remedy:
      'Last opp bilde av et vanlig pass, nasjonalt ID-kort eller førerkort. Nødpass og pass for enkeltreise kan ikke brukes.',
  },
  ID_UNREADABLE: {
    label: 'Uleselig eller beskåret',
    remedy:
      'Ta et nytt bilde der hele legitimasjonen er med og all tekst kan leses. Unngå gjenskinn og fingre foran.',
  },
  ID_PERSON_MISMATCH: {
    label: 'Gjelder ikke bestilt person',
    remedy:
      'Last opp legitimasjonen til den personen kortet er bestilt for. Er kortet bestilt for feil person, ta kontakt med brukerstøtte.',
  },
  PH_ID_MISMATCH: {
    label: 'Bilde og legitimasjon viser ulike personer',
    remedy: 'Last opp et bilde av den personen kortet er bestilt for, og den samme personens legitimasjon.',
  },
  FILE_FORMAT: {
    label: 'Feil filformat',
    remedy: 'Last opp filene som JPEG eller PNG. Andre formater, som PDF og HEIC, kan ikke brukes.',
  },
  FILE_SIZE: {
    label: 'For stor fil',
    remedy: 'Last opp mindre filer. Hvor store de kan være, står på opplastingssiden.',
  },
  PART_MISSING: {
    label: 'Bilde eller legitimasjon mangler',
    remedy: 'Last opp både bilde og legitimasjon. Begge må sendes samtidig.',
  },
  STOP_FORGED_ID: {
    label: 'Legitimasjonen ser ikke ut til å være ekte',
    remedy:
      'Bestillingen er stanset og kan ikke rettes med nye bilder. Ta kontakt med brukerstøtte hvis dette er feil.',
  },
  STOP_FALSE_IDENTITY: {
    label: 'Personen ser ikke ut til å være den kortet er bestilt for',
    remedy:
      'Bestillingen er stanset og kan ikke rettes med nye bilder. Ta kontakt med brukerstøtte hvis dette er feil.',
  },
  STOP_PERSON_DECEASED: {
    label: 'Personen er registrert som død',
    remedy:
      'Bestillingen er stanset. Er dette feil, må det rettes i Folkeregisteret før kortet bestilles på nytt.',
  },
};
