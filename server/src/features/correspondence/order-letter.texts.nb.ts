/** Letters about orders and cards, in Bokmål. */
import type { OrderLetterCatalogue, OrderLetterFacts } from './order-letter.rules.ts';

const who = ({ personName }: OrderLetterFacts) => personName ?? 'den ansatte';
const why = ({ reason }: OrderLetterFacts) => (reason ? [reason] : []);
const until = ({ cancelOn }: OrderLetterFacts) =>
  cancelOn ? [`Bestillingen avbestilles automatisk etter ${cancelOn}.`] : [];
const at = ({ unitName, unitNumber }: OrderLetterFacts) => `${unitName} (${unitNumber})`;

export const NB: OrderLetterCatalogue = {
  greeting: name => `Hei ${name}!`,
  signature: ['Vennlig hilsen', 'på vegne av Arbeidstilsynet'],
  footer: order =>
    `Denne e-posten er sendt automatisk og kan ikke besvares. Oppgi bestillingsnummer ${order} når du tar kontakt med oss. Vi ber aldri om fødselsnummer i e-post.`,
  remedies: 'Dette kan du gjøre',
  cardPage: 'Kortet åpnes også på denne adressen:',
  order: 'bestilling',
  letters: {
    ORDER_WAITING: f => ({
      subject: 'Bestillingen av HMS-kort venter',
      heading: 'Bestillingen venter',
      before: [`Bestilling ${f.orderNumber} av HMS-kort til ${who(f)} i ${at(f)} står stille.`, ...why(f)],
      after: ['Når dette er rettet i registeret, går bestillingen videre av seg selv.', ...until(f)],
    }),
    ORDER_EXPLANATION: f => ({
      subject: 'Om bestillingen din av HMS-kort',
      heading: 'Om bestillingen din',
      before: [
        `Dette gjelder bestilling ${f.orderNumber} av HMS-kort til ${who(f)} i ${at(f)}.`,
        ...why(f),
        ...until(f),
      ],
      after: ['Status og frist ser du i bestillingsportalen.'],
    }),
    ORDER_AUTO_CANCELLED: f => ({
      subject: 'Bestillingen av HMS-kort er avbestilt',
      heading: 'Bestillingen er avbestilt',
      before: [
        `Bestilling ${f.orderNumber} av HMS-kort til ${who(f)} i ${at(f)} er avbestilt fordi ikke alle krav var oppfylt innen fristen.`,
        ...why(f),
      ],
      after: ['Trenger den ansatte fortsatt kort, må det bestilles på nytt.'],
    }),
    ORDER_CANCELLED: f => ({
      subject: 'Bestillingen av HMS-kort er kansellert',
      heading: 'Bestillingen er kansellert',
      before: [
        `Vi har kansellert bestilling ${f.orderNumber} av HMS-kort til ${who(f)} i ${at(f)}.`,
        ...why(f),
      ],
      after: [`Mener du at dette er feil, ta kontakt med brukerstøtte hos ${f.issuer}.`],
    }),
    ORDER_REJECTED: f => ({
      subject: 'Bestillingen av HMS-kort er avvist',
      heading: 'Bestillingen er avvist',
      before: [`Bestilling ${f.orderNumber} av HMS-kort til ${who(f)} i ${at(f)} er avvist.`, ...why(f)],
      after: [`Mener du at dette er feil, ta kontakt med brukerstøtte hos ${f.issuer}.`],
    }),
    UPLOAD_LINK_EXPIRED: f => ({
      subject: 'Bilder ble ikke lastet opp',
      heading: 'Bilder kunne ikke lastes opp',
      before: [
        `Lenken for å laste opp bilde og legitimasjon for ${who(f)} (bestilling ${f.orderNumber}) er utløpt uten at noe ble lastet opp.`,
      ],
      after: [
        'Start opplastingen på nytt i bestillingsportalen, så får den ansatte en ny lenke.',
        ...until(f),
      ],
    }),
    CARD_VALID: f => ({
      subject: 'HMS-kortet er gyldig',
      heading: 'HMS-kortet er gyldig',
      before: [
        `HMS-kortet til ${who(f)} i ${at(f)} er gyldig til og med ${f.expiresOn ?? ''}. Kortnummeret er ${f.cardNumber ?? ''}.`,
        'QR-koden nedenfor er et midlertidig kort til plastkortet kommer i posten. Gi den til den ansatte.',
      ],
      after: ['Mistes kortet, må det sperres før et nytt kan bestilles.'],
    }),
    CARD_INVALID: f => ({
      subject: 'HMS-kortet er ikke gyldig lenger',
      heading: 'HMS-kortet er ugyldig',
      before: [`HMS-kort ${f.cardNumber ?? ''} til ${who(f)} i ${at(f)} er ikke gyldig lenger.`, ...why(f)],
      after: [
        f.shred
          ? 'Kortet skal makuleres med en gang. Be den ansatte levere det inn.'
          : 'Rettes dette mens kortet ellers gjelder, blir det gyldig igjen av seg selv. Er arbeidsforholdet avsluttet, skal kortet makuleres.',
      ],
    }),
    CARD_VALID_AGAIN: f => ({
      subject: 'HMS-kortet er gyldig igjen',
      heading: 'HMS-kortet er gyldig igjen',
      before: [
        `HMS-kort ${f.cardNumber ?? ''} til ${who(f)} i ${at(f)} er gyldig igjen, til og med ${f.expiresOn ?? ''}.`,
      ],
      after: ['Er kortet makulert, må det sperres før et nytt kan bestilles.'],
    }),
    CARD_EXPIRING: f => ({
      subject: 'HMS-kortet utløper snart',
      heading: 'HMS-kortet utløper snart',
      before: [
        `HMS-kort ${f.cardNumber ?? ''} til ${who(f)} i ${at(f)} utløper ${f.expiresOn ?? ''}.`,
        `Nytt kort kan bestilles fra og med ${f.renewableFrom ?? ''}. Det gamle gjelder til det nye er gyldig.`,
      ],
      after: [],
    }),
    CARD_EXPIRED: f => ({
      subject: 'HMS-kortet er utløpt',
      heading: 'HMS-kortet er utløpt',
      before: [`HMS-kort ${f.cardNumber ?? ''} til ${who(f)} i ${at(f)} utløp ${f.expiresOn ?? ''}.`],
      after: ['Kortet skal makuleres. Trenger den ansatte fortsatt kort, må det bestilles på nytt.'],
    }),
    CARD_BLOCKED: f => ({
      subject: 'HMS-kortet er sperret',
      heading: 'HMS-kortet er sperret',
      before: [
        `HMS-kort ${f.cardNumber ?? ''} til ${who(f)} i ${at(f)} er sperret og kan ikke brukes igjen.`,
        ...why(f),
      ],
      after: ['Kommer kortet til rette, skal det makuleres. Nytt kort kan bestilles nå.'],
    }),
    CARD_SUSPECT: f => ({
      subject: 'Melding om et HMS-kort',
      heading: 'Noen har meldt fra om et HMS-kort',
      before: [
        `Arbeidstilsynet har fått melding om at HMS-kort ${f.cardNumber ?? ''} til ${who(f)} i ${at(f)} kan være brukt feil.`,
        'Kontroller at kortet bæres av den det er utstedt til, og at den ansatte fortsatt er ansatt hos dere.',
      ],
      after: [
        'Er kortet mistet, stjålet eller brukt av andre, må dere sperre det med en gang. Meldingen er ikke et vedtak.',
      ],
    }),
  },
};
