/** The reasons and remedies in Nynorsk, written to the orderer. */
import type { ReasonWordings } from './reason-wording.ts';

export const reasonTextsNn: ReasonWordings = {
  PH_HEADGEAR: {
    label: 'Hovudplagg utan grunn, eller dekkjer for mykje',
    remedy:
      'Ta eit nytt bilete utan hovudplagg. Blir det bore av religiøse eller andre særlege grunnar, må det ikkje dekkje ansiktet eller meir av hovudet enn nødvendig.',
  },
  PH_EYES: {
    label: 'Auga er ikkje heilt synlege',
    remedy: 'Ta eit nytt bilete med opne auge. Hår, skuggar eller anna må ikkje dekkje auga.',
  },
  PH_EARS: {
    label: 'Øyra er ikkje heilt synlege',
    remedy: 'Ta eit nytt bilete der begge øyra er synlege. Legg håret bak øyra og ta av hovudtelefonar.',
  },
  PH_GAZE: {
    label: 'Blikket er ikkje mot kamera',
    remedy: 'Ta eit nytt bilete der personen ser rett inn i kameraet.',
  },
  PH_EXPRESSION: {
    label: 'Ikkje nøytral / open munn',
    remedy: 'Ta eit nytt bilete med nøytralt ansikt og lukka munn.',
  },
  PH_BACKGROUND: {
    label: 'Bakgrunn ikkje lys, eller skuggar',
    remedy:
      'Ta eit nytt bilete framfor ein lys, einsfarga vegg. Gå eit steg fram frå veggen, så fell det ikkje skugge på han.',
  },
  PH_LIGHT: {
    label: 'Ujamt lys (kvite flekker på kortet)',
    remedy:
      'Ta eit nytt bilete med lyset framanfrå, utan blits og utan sterkt sollys. Lyset skal vere like sterkt på begge sider av ansiktet.',
  },
  PH_GLASSES: {
    label: 'Briller er ikkje tillatne',
    remedy: 'Ta eit nytt bilete utan briller.',
  },
  PH_ANGLE: {
    label: 'Ikkje rett framanfrå',
    remedy: 'Ta eit nytt bilete rett framanfrå. Hald kameraet i augehøgd og hovudet rett.',
  },
  PH_REPHOTO: {
    label: 'Bilete av eit fotografi',
    remedy:
      'Ta eit nytt bilete av personen sjølv. Bilete av eit fotografi, eit kort eller ein skjerm kan ikkje brukast.',
  },
  PH_LIKENESS: {
    label: 'Ikkje slik personen ser ut no',
    remedy: 'Ta eit nytt bilete i dag, slik at det viser korleis personen ser ut no.',
  },
  PH_QUALITY: {
    label: 'Uskarpt / låg oppløysing',
    remedy:
      'Ta eit nytt, skarpt bilete. Tørk av linsa, hald kameraet i ro og last opp originalbiletet, ikkje eit skjermbilete.',
  },
  ID_KIND: {
    label: 'Legitimasjonstypen blir ikkje godteken',
    remedy:
      'Last opp bilete av pass, nasjonalt ID-kort frå EU/EØS, norsk førarkort frå 1998 eller seinare, eller norsk opphaldskort. Finst ingen godkjend legitimasjon, ta kontakt med brukarstøtte.',
  },
  ID_BANKCARD: {
    label: 'Bankkort er ikkje gyldig',
    remedy:
      'Last opp bilete av pass, nasjonalt ID-kort eller førarkort. Bankkort kan ikkje brukast som legitimasjon.',
  },
  ID_EXPIRY_UNCLEAR: {
    label: 'Utløpsdato i pass manglar/utydeleg',
    remedy: 'Ta eit nytt bilete av heile sida med bilete i passet. Utløpsdatoen må vere med og kunne lesast.',
  },
  ID_EXPIRED: {
    label: 'Legitimasjonen er utgått',
    remedy: 'Last opp bilete av ein legitimasjon som er gyldig i dag.',
  },
  ID_LICENCE_PRE98: {
    label: 'Førarkort utferda før 1998',
    remedy:
      'Last opp bilete av eit norsk førarkort utferda 1. januar 1998 eller seinare, eller av pass eller nasjonalt ID-kort.',
  },
  ID_EMERGENCY: {
    label: 'Naudpass / pass for enkeltreise',
    remedy:
      'Last opp bilete av eit vanleg pass, nasjonalt ID-kort eller førarkort. Naudpass og pass for enkeltreise kan ikkje brukast.',
  },
  ID_UNREADABLE: {
    label: 'Uleseleg eller avskoren',
    remedy:
      'Ta eit nytt bilete der heile legitimasjonen er med og all tekst kan lesast. Unngå gjenskin og fingrar framfor.',
  },
  ID_PERSON_MISMATCH: {
    label: 'Gjeld ikkje bestilt person',
    remedy:
      'Last opp legitimasjonen til den personen kortet er bestilt for. Er kortet bestilt for feil person, ta kontakt med brukarstøtte.',
  },
  PH_ID_MISMATCH: {
    label: 'Bilete og legitimasjon viser ulike personar',
    remedy:
      'Last opp eit bilete av den personen kortet er bestilt for, og legitimasjonen til den same personen.',
  },
  FILE_FORMAT: {
    label: 'Feil filformat',
    remedy: 'Last opp filene som JPEG eller PNG. Andre format, som PDF og HEIC, kan ikkje brukast.',
  },
  FILE_SIZE: {
    label: 'For stor fil',
    remedy: 'Last opp mindre filer. Kor store dei kan vere, står på opplastingssida.',
  },
  PART_MISSING: {
    label: 'Bilete eller legitimasjon manglar',
    remedy: 'Last opp både bilete og legitimasjon. Begge må sendast samtidig.',
  },
  STOP_FORGED_ID: {
    label: 'Legitimasjonen ser ikkje ut til å vere ekte',
    remedy:
      'Bestillinga er stansa og kan ikkje rettast med nye bilete. Ta kontakt med brukarstøtte om dette er feil.',
  },
  STOP_FALSE_IDENTITY: {
    label: 'Personen ser ikkje ut til å vere den kortet er bestilt for',
    remedy:
      'Bestillinga er stansa og kan ikkje rettast med nye bilete. Ta kontakt med brukarstøtte om dette er feil.',
  },
  STOP_PERSON_DECEASED: {
    label: 'Personen er registrert som død',
    remedy:
      'Bestillinga er stansa. Er dette feil, må det rettast i Folkeregisteret før kortet blir bestilt på nytt.',
  },
};
