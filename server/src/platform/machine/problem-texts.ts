/** What a machine is told when something cannot be done: what is wrong and what to do, in the language it asked for. */
import type { Language } from '../language.ts';

interface Text {
  readonly title: string;
  readonly detail: string;
}

type Texts = Readonly<Record<Language, Text>>;

const t = (nb: [string, string], nn: [string, string], en: [string, string]): Texts => ({
  nb: { title: nb[0], detail: nb[1] },
  nn: { title: nn[0], detail: nn[1] },
  en: { title: en[0], detail: en[1] },
});

export const PROBLEMS = {
  UNAUTHENTICATED: t(
    ['Mangler gyldig tilgangstoken', 'Hent et nytt token fra /oauth/token og send det som Bearer.'],
    ['Manglar gyldig tilgangstoken', 'Hent eit nytt token frå /oauth/token og send det som Bearer.'],
    ['No valid access token', 'Get a new token from /oauth/token and send it as Bearer.'],
  ),
  SCOPE_MISSING: t(
    [
      'Tokenet mangler rettigheten',
      'Be om tokenet med rettigheten i feltet scope. Har klienten den ikke, kan kortutsteder gi den.',
    ],
    [
      'Tokenet manglar rettigheita',
      'Be om tokenet med rettigheita i feltet scope. Har klienten ho ikkje, kan kortutstedar gi henne.',
    ],
    [
      'The token lacks the scope',
      'Ask for a token with the scope named here. If the client does not have it, the card issuer can give it.',
    ],
  ),
  NOT_FOUND: t(
    ['Finnes ikke', 'Kontroller nummeret. Det som hører til en annen virksomhet, vises ikke.'],
    ['Finst ikkje', 'Kontroller nummeret. Det som høyrer til ei anna verksemd, blir ikkje vist.'],
    ['Not found', 'Check the number. What belongs to another firm is not shown.'],
  ),
  VALIDATION_FAILED: t(
    ['Noe i meldingen er feil', 'Rett feltene som er nevnt, og send på nytt med en ny Idempotency-Key.'],
    ['Noko i meldinga er feil', 'Rett felta som er nemnde, og send på nytt med ein ny Idempotency-Key.'],
    [
      'Something in the message is wrong',
      'Correct the fields named and send again with a new Idempotency-Key.',
    ],
  ),
  BAD_REQUEST: t(
    ['Meldingen kan ikke leses', 'Send gyldig JSON i UTF-8 med Content-Type: application/json.'],
    ['Meldinga kan ikkje lesast', 'Send gyldig JSON i UTF-8 med Content-Type: application/json.'],
    ['The message cannot be read', 'Send valid JSON in UTF-8 with Content-Type: application/json.'],
  ),
  QUESTION_FAULT: t(
    ['Noe i spørsmålet er feil', 'Rett parameterne som er nevnt, og spør igjen.'],
    ['Noko i spørsmålet er feil', 'Rett parametrane som er nemnde, og spør igjen.'],
    ['Something in the question is wrong', 'Correct the parameters named and ask again.'],
  ),
  BODY_TOO_LARGE: t(
    ['Meldingen er for stor', 'Del den opp: høyst 500 linjer i én bestilling.'],
    ['Meldinga er for stor', 'Del ho opp: høgst 500 linjer i éi bestilling.'],
    ['The message is too large', 'Divide it: at most 500 lines in one order.'],
  ),
  IDEMPOTENCY_KEY_REQUIRED: t(
    [
      'Idempotency-Key mangler',
      'Send en UUID i Idempotency-Key: en ny for hver handling, den samme når du prøver igjen.',
    ],
    [
      'Idempotency-Key manglar',
      'Send ein UUID i Idempotency-Key: ein ny for kvar handling, den same når du prøver igjen.',
    ],
    [
      'Idempotency-Key is missing',
      'Send a UUID in Idempotency-Key: a new one for each action, the same one when you try again.',
    ],
  ),
  IDEMPOTENCY_MISMATCH: t(
    ['Idempotency-Key er brukt til noe annet', 'Bruk en ny nøkkel når innholdet er et annet.'],
    ['Idempotency-Key er brukt til noko anna', 'Bruk ein ny nøkkel når innhaldet er eit anna.'],
    ['Idempotency-Key was used for something else', 'Use a new key when the content is different.'],
  ),
  FORBIDDEN: t(
    ['Ikke tillatt', 'Rettighetene er endret siden første forsøk. Bruk en ny Idempotency-Key.'],
    ['Ikkje tillate', 'Rettigheitene er endra sidan første forsøk. Bruk ein ny Idempotency-Key.'],
    ['Not allowed', 'Rights have changed since the first attempt. Use a new Idempotency-Key.'],
  ),
  ORDERER_NOT_ALLOWED: t(
    [
      'Bestilleren kan ikke bestille for virksomheten',
      'Bestilleren må ha en formell rolle i Enhetsregisteret eller en delegering som gjelder i dag.',
    ],
    [
      'Bestillaren kan ikkje bestille for verksemda',
      'Bestillaren må ha ei formell rolle i Einingsregisteret eller ei delegering som gjeld i dag.',
    ],
    [
      'The orderer may not order for the firm',
      'The orderer needs a formal role in Enhetsregisteret or a delegation that holds today.',
    ],
  ),
  ACTION_NOT_AVAILABLE: t(
    ['Kan ikke gjøres nå', 'Hent status på nytt; tilstanden er en annen.'],
    ['Kan ikkje gjerast no', 'Hent status på nytt; tilstanden er ein annan.'],
    ['Cannot be done now', 'Ask for the status again; it is another one.'],
  ),
  CONFIRMATION_NOT_ASKED: t(
    [
      'Det er ikke bedt om årlig melding',
      'Virksomheten var ikke godkjent den dagen innhentingen for dette året åpnet, eller den er ikke åpnet ennå (61 dager før 31. januar). Er virksomheten ikke godkjent, kan den søke.',
    ],
    [
      'Det er ikkje bede om årleg melding',
      'Verksemda var ikkje godkjend den dagen innhentinga for dette året opna, eller ho er ikkje opna enno (61 dagar før 31. januar). Er verksemda ikkje godkjend, kan ho søkje.',
    ],
    [
      'No annual confirmation is asked for',
      'The firm was not approved on the day the campaign for this year opened, or it has not opened yet (61 days before 31 January). A firm that is not approved may apply.',
    ],
  ),
  CONFIRMATION_CLOSED: t(
    [
      'Innhentingen er avsluttet',
      'Neste års melding er åpnet, eller godkjenningen er trukket tilbake. Bekreft for det nyeste året, klag på vedtaket, eller søk på nytt.',
    ],
    [
      'Innhentinga er avslutta',
      'Meldinga for neste år er opna, eller godkjenninga er trekt tilbake. Stadfest for det nyaste året, klag på vedtaket, eller søk på nytt.',
    ],
    [
      'The campaign is closed',
      'The next year has opened, or the approval has been withdrawn. Confirm for the newest year, appeal the decision, or apply anew.',
    ],
  ),
  CONFIRMATION_GIVEN: t(
    ['Virksomheten har bekreftet allerede', 'Kvitteringen fra første gang gjelder. Det er ikke mer å gjøre.'],
    ['Verksemda har stadfesta allereie', 'Kvitteringa frå første gong gjeld. Det er ikkje meir å gjere.'],
    ['The firm has confirmed already', 'The first receipt stands. There is nothing more to do.'],
  ),
  NO_IMAGES_WANTED: t(
    [
      'Bestillingslinjen venter ikke på bilder',
      'Hent status på linjen: bildene er godkjent, til vurdering, eller linjen er avsluttet.',
    ],
    [
      'Bestillingslinja ventar ikkje på bilete',
      'Hent status på linja: bileta er godkjende, til vurdering, eller linja er avslutta.',
    ],
    [
      'The order line waits for no images',
      'Ask for the status of the line: its images are approved or under review, or the line is closed.',
    ],
  ),
  PART_MISSING: t(
    [
      'Foto eller legitimasjon mangler',
      'Send begge delene, foto og legitimasjon, og så denne meldingen på nytt.',
    ],
    [
      'Foto eller legitimasjon manglar',
      'Send begge delane, foto og legitimasjon, og så denne meldinga på nytt.',
    ],
    ['Photo or identity document is missing', 'Send both parts, photo and id, and then this message again.'],
  ),
  FILE_REFUSED: t(
    ['Filen kan ikke brukes', 'Se hva som er galt i feltet errors.'],
    ['Fila kan ikkje brukast', 'Sjå kva som er gale i feltet errors.'],
    ['The file cannot be used', 'See what is wrong in the field errors.'],
  ),
  STALE: t(
    ['Endret i mellomtiden', 'Hent status på nytt og prøv igjen.'],
    ['Endra i mellomtida', 'Hent status på nytt og prøv igjen.'],
    ['Changed meanwhile', 'Ask for the status again and try again.'],
  ),
  RATE_LIMITED: t(
    ['For mange forespørsler', 'Vent så mange sekunder som Retry-After sier.'],
    ['For mange førespurnader', 'Vent så mange sekund som Retry-After seier.'],
    ['Too many requests', 'Wait as many seconds as Retry-After says.'],
  ),
  INTERNAL: t(
    [
      'Noe gikk galt hos oss',
      'Prøv igjen med den samme Idempotency-Key. Oppgi X-Request-Id når du kontakter kortutsteder.',
    ],
    [
      'Noko gjekk gale hos oss',
      'Prøv igjen med den same Idempotency-Key. Oppgi X-Request-Id når du kontaktar kortutstedar.',
    ],
    [
      'Something went wrong on our side',
      'Try again with the same Idempotency-Key. Give X-Request-Id when you contact the card issuer.',
    ],
  ),
} as const satisfies Record<string, Texts>;

export type ProblemCode = keyof typeof PROBLEMS;

export const isProblem = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);
