/** Letters about orders and cards, in Nynorsk. */
import type { OrderLetterCatalogue, OrderLetterFacts } from './order-letter.rules.ts';

const who = ({ personName }: OrderLetterFacts) => personName ?? 'den tilsette';
const why = ({ reason }: OrderLetterFacts) => (reason ? [reason] : []);
const until = ({ cancelOn }: OrderLetterFacts) =>
  cancelOn ? [`Bestillinga blir avbestilt automatisk etter ${cancelOn}.`] : [];
const at = ({ unitName, unitNumber }: OrderLetterFacts) => `${unitName} (${unitNumber})`;

export const NN: OrderLetterCatalogue = {
  greeting: name => `Hei ${name}!`,
  signature: ['Venleg helsing', 'på vegner av Arbeidstilsynet'],
  footer: order =>
    `Denne e-posten er send automatisk og kan ikkje svarast på. Oppgje bestillingsnummer ${order} når du tek kontakt med oss. Vi ber aldri om fødselsnummer i e-post.`,
  remedies: 'Dette kan du gjere',
  cardPage: 'Kortet kan også opnast på denne adressa:',
  order: 'bestilling',
  letters: {
    ORDER_WAITING: f => ({
      subject: 'Bestillinga av HMS-kort ventar',
      heading: 'Bestillinga ventar',
      before: [`Bestilling ${f.orderNumber} av HMS-kort til ${who(f)} i ${at(f)} står stille.`, ...why(f)],
      after: ['Når dette er retta i registeret, går bestillinga vidare av seg sjølv.', ...until(f)],
    }),
    ORDER_EXPLANATION: f => ({
      subject: 'Om bestillinga di av HMS-kort',
      heading: 'Om bestillinga di',
      before: [
        `Dette gjeld bestilling ${f.orderNumber} av HMS-kort til ${who(f)} i ${at(f)}.`,
        ...why(f),
        ...until(f),
      ],
      after: ['Status og frist ser du i bestillingsportalen.'],
    }),
    ORDER_AUTO_CANCELLED: f => ({
      subject: 'Bestillinga av HMS-kort er avbestilt',
      heading: 'Bestillinga er avbestilt',
      before: [
        `Bestilling ${f.orderNumber} av HMS-kort til ${who(f)} i ${at(f)} er avbestilt fordi ikkje alle krav var oppfylte innan fristen.`,
        ...why(f),
      ],
      after: ['Treng den tilsette framleis kort, må det bestillast på nytt.'],
    }),
    ORDER_CANCELLED: f => ({
      subject: 'Bestillinga av HMS-kort er kansellert',
      heading: 'Bestillinga er kansellert',
      before: [
        `Vi har kansellert bestilling ${f.orderNumber} av HMS-kort til ${who(f)} i ${at(f)}.`,
        ...why(f),
      ],
      after: [`Meiner du at dette er feil, ta kontakt med brukarstøtta hos ${f.issuer}.`],
    }),
    ORDER_REJECTED: f => ({
      subject: 'Bestillinga av HMS-kort er avvist',
      heading: 'Bestillinga er avvist',
      before: [`Bestilling ${f.orderNumber} av HMS-kort til ${who(f)} i ${at(f)} er avvist.`, ...why(f)],
      after: [`Meiner du at dette er feil, ta kontakt med brukarstøtta hos ${f.issuer}.`],
    }),
    UPLOAD_LINK_EXPIRED: f => ({
      subject: 'Bilete vart ikkje lasta opp',
      heading: 'Bilete kunne ikkje lastast opp',
      before: [
        `Lenkja for å laste opp bilete og legitimasjon for ${who(f)} (bestilling ${f.orderNumber}) har gått ut utan at noko vart lasta opp.`,
      ],
      after: [
        'Start opplastinga på nytt i bestillingsportalen, så får den tilsette ei ny lenkje.',
        ...until(f),
      ],
    }),
    CARD_VALID: f => ({
      subject: 'HMS-kortet er gyldig',
      heading: 'HMS-kortet er gyldig',
      before: [
        `HMS-kortet til ${who(f)} i ${at(f)} er gyldig til og med ${f.expiresOn ?? ''}. Kortnummeret er ${f.cardNumber ?? ''}.`,
        'QR-koden nedanfor er eit mellombels kort til plastkortet kjem i posten. Gje han til den tilsette.',
      ],
      after: ['Går kortet tapt, må det sperrast før eit nytt kan bestillast.'],
    }),
    CARD_INVALID: f => ({
      subject: 'HMS-kortet er ikkje gyldig lenger',
      heading: 'HMS-kortet er ugyldig',
      before: [`HMS-kort ${f.cardNumber ?? ''} til ${who(f)} i ${at(f)} er ikkje gyldig lenger.`, ...why(f)],
      after: [
        f.shred
          ? 'Kortet skal makulerast med ein gong. Be den tilsette levere det inn.'
          : 'Blir dette retta medan kortet elles gjeld, blir det gyldig att av seg sjølv. Er arbeidsforholdet avslutta, skal kortet makulerast.',
      ],
    }),
    CARD_VALID_AGAIN: f => ({
      subject: 'HMS-kortet er gyldig att',
      heading: 'HMS-kortet er gyldig att',
      before: [
        `HMS-kort ${f.cardNumber ?? ''} til ${who(f)} i ${at(f)} er gyldig att, til og med ${f.expiresOn ?? ''}.`,
      ],
      after: ['Er kortet makulert, må det sperrast før eit nytt kan bestillast.'],
    }),
    CARD_EXPIRING: f => ({
      subject: 'HMS-kortet går snart ut',
      heading: 'HMS-kortet går snart ut',
      before: [
        `HMS-kort ${f.cardNumber ?? ''} til ${who(f)} i ${at(f)} går ut ${f.expiresOn ?? ''}.`,
        `Nytt kort kan bestillast frå og med ${f.renewableFrom ?? ''}. Det gamle gjeld til det nye er gyldig.`,
      ],
      after: [],
    }),
    CARD_EXPIRED: f => ({
      subject: 'HMS-kortet har gått ut',
      heading: 'HMS-kortet har gått ut',
      before: [`HMS-kort ${f.cardNumber ?? ''} til ${who(f)} i ${at(f)} gjekk ut ${f.expiresOn ?? ''}.`],
      after: ['Kortet skal makulerast. Treng den tilsette framleis kort, må det bestillast på nytt.'],
    }),
    CARD_BLOCKED: f => ({
      subject: 'HMS-kortet er sperra',
      heading: 'HMS-kortet er sperra',
      before: [
        `HMS-kort ${f.cardNumber ?? ''} til ${who(f)} i ${at(f)} er sperra og kan ikkje brukast att.`,
        ...why(f),
      ],
      after: ['Kjem kortet til rette, skal det makulerast. Nytt kort kan bestillast no.'],
    }),
    CARD_SUSPECT: f => ({
      subject: 'Melding om eit HMS-kort',
      heading: 'Nokon har meldt frå om eit HMS-kort',
      before: [
        `Arbeidstilsynet har fått melding om at HMS-kort ${f.cardNumber ?? ''} til ${who(f)} i ${at(f)} kan vere brukt feil.`,
        'Kontroller at kortet blir bore av den det er utferda til, og at den tilsette framleis er tilsett hos dykk.',
      ],
      after: [
        'Er kortet mista, stole eller brukt av andre, må de sperre det med ein gong. Meldinga er ikkje eit vedtak.',
      ],
    }),
  },
};
