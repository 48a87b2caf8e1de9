import { defineMessages } from './define-messages.ts';

/** What a photo and an ID must be like: the requirements in plain language, for the person in front of the camera. */
export const rulesMessages = defineMessages({
  examples: { nb: 'Eksempler', nn: 'Døme', en: 'Examples' },
  exampleRight: { nb: 'Riktig:', nn: 'Rett:', en: 'Right:' },
  exampleWrong: { nb: 'Feil:', nn: 'Feil:', en: 'Wrong:' },
  exampleGood: { nb: 'Rett frem', nn: 'Rett fram', en: 'Straight' },
  exampleShadow: { nb: 'Skygge', nn: 'Skugge', en: 'Shadow' },
  exampleGlasses: { nb: 'Briller', nn: 'Briller', en: 'Glasses' },
  exampleDark: { nb: 'Mørkt', nn: 'Mørkt', en: 'Dark' },
  exampleHeadgear: { nb: 'Hodeplagg', nn: 'Hovudplagg', en: 'Headgear' },
  exampleTurned: { nb: 'Vridd', nn: 'Vridd', en: 'Turned' },
  rulesOpen: { nb: 'Slik skal bildet være', nn: 'Slik skal biletet vere', en: 'What the photo must be like' },
  ruleFace: {
    nb: 'Se rett i kameraet, med nøytralt ansikt og lukket munn.',
    nn: 'Sjå rett i kameraet, med nøytralt ansikt og lukka munn.',
    en: 'Look straight into the camera, neutral face, mouth closed.',
  },
  ruleVisible: {
    nb: 'Begge øynene og begge ørene skal synes helt. Legg håret bak ørene.',
    nn: 'Begge auga og begge øyra skal synast heilt. Legg håret bak øyra.',
    en: 'Both eyes and both ears must be fully visible. Put hair behind your ears.',
  },
  ruleGlasses: {
    nb: 'Ta av briller. Ta av hodeplagg, hvis du ikke har en særlig grunn (se nedenfor).',
    nn: 'Ta av briller. Ta av hovudplagg, om du ikkje har ein særleg grunn (sjå nedanfor).',
    en: 'Take off glasses. Take off headgear, unless you have a special reason (see below).',
  },
  ruleLight: {
    nb: 'Stå foran en lys vegg, litt ut fra den, i jevnt lys uten skygger.',
    nn: 'Stå framfor ein lys vegg, litt ut frå han, i jamt lys utan skuggar.',
    en: 'Stand in front of a light wall, a little away from it, in even light without shadows.',
  },
  ruleNow: {
    nb: 'Bildet skal vise hvordan du ser ut nå. Ta ikke bilde av et annet bilde.',
    nn: 'Biletet skal vise korleis du ser ut no. Ta ikkje bilete av eit anna bilete.',
    en: 'The photo must show what you look like now. Do not photograph another picture.',
  },
  idShort: {
    nb: 'Pass, nasjonalt ID-kort, førerkort eller oppholdskort. Alt må synes og kunne leses.',
    nn: 'Pass, nasjonalt ID-kort, førarkort eller opphaldskort. Alt må synast og kunne lesast.',
    en: 'Passport, national ID card, driving licence or residence card. Everything must be visible and readable.',
  },
  idOpen: { nb: 'Se hva som godtas', nn: 'Sjå kva som blir godteke', en: 'See what is accepted' },
  idAccepted: { nb: 'Dette godtas', nn: 'Dette blir godteke', en: 'Accepted' },
  idRefused: { nb: 'Dette godtas ikke', nn: 'Dette blir ikkje godteke', en: 'Not accepted' },
  idPassport: {
    nb: 'pass fra alle land, med tydelig utløpsdato',
    nn: 'pass frå alle land, med tydeleg utløpsdato',
    en: 'passport from any country, with a clear expiry date',
  },
  idNational: {
    nb: 'nasjonalt ID-kort fra et EU/EØS-land',
    nn: 'nasjonalt ID-kort frå eit EU/EØS-land',
    en: 'national ID card from an EU/EEA country',
  },
  idLicence: {
    nb: 'norsk førerkort utstedt 1. januar 1998 eller senere, også digitalt',
    nn: 'norsk førarkort skrive ut 1. januar 1998 eller seinare, også digitalt',
    en: 'Norwegian driving licence issued on 1 January 1998 or later, also digital',
  },
  idNordic: {
    nb: 'førerkort fra Sverige, Danmark, Finland eller Island',
    nn: 'førarkort frå Sverige, Danmark, Finland eller Island',
    en: 'driving licence from Sweden, Denmark, Finland or Iceland',
  },
  idRefugee: {
    nb: 'reisebevis for flyktninger, eller utlendingspass',
    nn: 'reisebevis for flyktningar, eller utlendingspass',
    en: 'refugee travel document, or immigrant’s passport',
  },
  idResidence: { nb: 'norsk oppholdskort', nn: 'norsk opphaldskort', en: 'Norwegian residence card' },
  idDefence: { nb: 'Forsvarets ID-kort', nn: 'Forsvarets ID-kort', en: 'Norwegian Defence ID card' },
  idBankCard: { nb: 'bankkort', nn: 'bankkort', en: 'bank card' },
  idEmergency: {
    nb: 'nødpass, eller utlendingspass for én reise',
    nn: 'naudpass, eller utlendingspass for éi reise',
    en: 'emergency passport, or immigrant’s passport for a single journey',
  },
  idOldLicence: {
    nb: 'norsk førerkort fra før 1998',
    nn: 'norsk førarkort frå før 1998',
    en: 'Norwegian driving licence from before 1998',
  },
  idExpired: {
    nb: 'legitimasjon som er utløpt',
    nn: 'legitimasjon som er utgått',
    en: 'ID that has expired',
  },
  idNone: {
    nb: 'Har du ingen av disse? Si fra til den som bestilte kortet, så kan de kontakte brukerstøtten.',
    nn: 'Har du ingen av desse? Sei frå til den som bestilte kortet, så kan dei kontakte brukarstøtta.',
    en: 'Do you have none of these? Tell the person who ordered the card, and they can contact support.',
  },
  faultFormat: { nb: 'Feil filformat', nn: 'Feil filformat', en: 'Wrong format' },
  faultFormatRemedy: {
    nb: 'Last opp filene som JPEG eller PNG. Andre formater, som PDF og HEIC, kan ikke brukes.',
    nn: 'Last opp filene som JPEG eller PNG. Andre format, som PDF og HEIC, kan ikkje brukast.',
    en: 'Upload the files as JPEG or PNG. Other formats, such as PDF and HEIC, cannot be used.',
  },
  faultSize: { nb: 'For stor fil', nn: 'For stor fil', en: 'File too large' },
  faultSizeRemedy: {
    nb: 'Bilde og legitimasjon kan være inntil {size} til sammen. Ta bildet på nytt med lavere oppløsning.',
    nn: 'Bilete og legitimasjon kan vere inntil {size} til saman. Ta biletet på nytt med lågare oppløysing.',
    en: 'Photo and ID may be up to {size} together. Take the picture again at a lower resolution.',
  },
  faultSizePerFileRemedy: {
    nb: 'Hver fil kan være inntil {size}. Ta bildet på nytt med lavere oppløsning.',
    nn: 'Kvar fil kan vere inntil {size}. Ta biletet på nytt med lågare oppløysing.',
    en: 'Each file may be up to {size}. Take the picture again at a lower resolution.',
  },
  faultUnread: {
    nb: 'Filen kunne ikke leses',
    nn: 'Fila kunne ikkje lesast',
    en: 'The file could not be read',
  },
  faultUnreadRemedy: {
    nb: 'Ta et nytt bilde, eller velg en annen fil.',
    nn: 'Ta eit nytt bilete, eller vel ei anna fil.',
    en: 'Take a new photo, or choose another file.',
  },
});
