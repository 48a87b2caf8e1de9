/** What the upload page says when a file is refused: what is wrong and what to do, in the reader's language. */
import type { Language } from '../../platform/language.ts';

export type RefusalCode =
  | 'FILE_FORMAT'
  | 'FILE_SIZE'
  | 'FILE_CORRUPT'
  | 'FILE_TOO_SMALL'
  | 'FILE_TOO_MANY_PIXELS'
  | 'FILE_INFECTED'
  | 'SCAN_UNAVAILABLE'
  | 'SERVER_BUSY';

export interface RefusalText {
  label: string;
  remedy: string;
}

export type RefusalTexts = Record<Language, RefusalText>;

/** Numbers that stand in the texts. */
export interface UploadNumbers {
  maxBytes: number;
  limit: 'total' | 'file';
  minSide: number;
}

const megabytes = (bytes: number, language: Language) =>
  `${(bytes / 1_000_000).toLocaleString(language === 'en' ? 'en-GB' : 'nb-NO', { maximumFractionDigits: 1 })} MB`;

type Wording = (numbers: UploadNumbers) => RefusalTexts;

const WORDINGS: Readonly<Record<RefusalCode, Wording>> = {
  FILE_FORMAT: () => ({
    nb: {
      label: 'Filen er ikke et JPEG- eller PNG-bilde',
      remedy: 'Velg et bilde som er lagret som JPEG eller PNG. PDF og HEIC kan ikke brukes.',
    },
    nn: {
      label: 'Fila er ikkje eit JPEG- eller PNG-bilete',
      remedy: 'Vel eit bilete som er lagra som JPEG eller PNG. PDF og HEIC kan ikkje brukast.',
    },
    en: {
      label: 'The file is not a JPEG or PNG image',
      remedy: 'Choose an image that is saved as JPEG or PNG. PDF and HEIC cannot be used.',
    },
  }),
  FILE_SIZE: ({ maxBytes, limit }) => ({
    nb: {
      label: 'Filen er for stor',
      remedy: `${limit === 'total' ? 'Bildet og legitimasjonen kan til sammen være' : 'Hver fil kan være'} ${megabytes(maxBytes, 'nb')}. Velg en mindre fil.`,
    },
    nn: {
      label: 'Fila er for stor',
      remedy: `${limit === 'total' ? 'Biletet og legitimasjonen kan til saman vere' : 'Kvar fil kan vere'} ${megabytes(maxBytes, 'nn')}. Vel ei mindre fil.`,
    },
    en: {
      label: 'The file is too large',
      remedy: `${limit === 'total' ? 'The photo and the identification together may be' : 'Each file may be'} ${megabytes(maxBytes, 'en')}. Choose a smaller file.`,
    },
  }),
  FILE_CORRUPT: () => ({
    nb: {
      label: 'Bildet kan ikke åpnes',
      remedy: 'Filen er skadet eller ikke hel. Ta bildet på nytt, eller velg en annen fil.',
    },
    nn: {
      label: 'Biletet kan ikkje opnast',
      remedy: 'Fila er skadd eller ikkje heil. Ta biletet på nytt, eller vel ei anna fil.',
    },
    en: {
      label: 'The image cannot be opened',
      remedy: 'The file is damaged or incomplete. Take the picture again, or choose another file.',
    },
  }),
  FILE_TOO_SMALL: ({ minSide }) => ({
    nb: {
      label: 'Bildet har for få piksler',
      remedy: `Den korteste siden må ha minst ${minSide} piksler. Send originalen fra kameraet, ikke et skjermbilde eller en forminsket kopi.`,
    },
    nn: {
      label: 'Biletet har for få pikslar',
      remedy: `Den kortaste sida må ha minst ${minSide} pikslar. Send originalen frå kameraet, ikkje eit skjermbilete eller ein forminska kopi.`,
    },
    en: {
      label: 'The image has too few pixels',
      remedy: `The shortest side must have at least ${minSide} pixels. Send the original from the camera, not a screenshot or a reduced copy.`,
    },
  }),
  FILE_TOO_MANY_PIXELS: () => ({
    nb: {
      label: 'Bildet har for mange piksler',
      remedy: 'Ta et nytt bilde med telefonen, eller lagre bildet i mindre størrelse.',
    },
    nn: {
      label: 'Biletet har for mange pikslar',
      remedy: 'Ta eit nytt bilete med telefonen, eller lagre biletet i mindre storleik.',
    },
    en: {
      label: 'The image has too many pixels',
      remedy: 'Take a new picture with a phone, or save the image in a smaller size.',
    },
  }),
  FILE_INFECTED: () => ({
    nb: {
      label: 'Filen er stoppet av viruskontrollen',
      remedy: 'Ta et nytt bilde med telefonen, og send det. Får du samme svar, ta kontakt med kundestøtte.',
    },
    nn: {
      label: 'Fila er stoppa av viruskontrollen',
      remedy:
        'Ta eit nytt bilete med telefonen, og send det. Får du same svaret, ta kontakt med kundestøtta.',
    },
    en: {
      label: 'The virus check has stopped the file',
      remedy: 'Take a new picture with a phone and send that. If the answer is the same, contact support.',
    },
  }),
  SCAN_UNAVAILABLE: () => ({
    nb: {
      label: 'Filen kan ikke kontrolleres akkurat nå',
      remedy: 'Alle filer kontrolleres for virus, og kontrollen svarer ikke. Prøv igjen om noen minutter.',
    },
    nn: {
      label: 'Fila kan ikkje kontrollerast akkurat no',
      remedy:
        'Alle filer blir kontrollerte for virus, og kontrollen svarer ikkje. Prøv igjen om nokre minutt.',
    },
    en: {
      label: 'The file cannot be checked right now',
      remedy: 'Every file is checked for viruses, and the check does not answer. Try again in a few minutes.',
    },
  }),
  SERVER_BUSY: () => ({
    nb: { label: 'Mange laster opp akkurat nå', remedy: 'Vent et minutt, og prøv igjen.' },
    nn: { label: 'Mange lastar opp akkurat no', remedy: 'Vent eit minutt, og prøv igjen.' },
    en: { label: 'Many people are uploading right now', remedy: 'Wait a minute, and try again.' },
  }),
};

export function refusalTexts(code: RefusalCode, numbers: UploadNumbers): RefusalTexts {
  return WORDINGS[code](numbers);
}
