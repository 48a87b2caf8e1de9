import { defineMessages } from './define-messages.ts';
import { rulesMessages } from './rules.messages.ts';
import type { Language } from './upload.types.ts';

const pageMessages = defineMessages({
  language: { nb: 'Språk', nn: 'Språk', en: 'Language' },
  loading: { nb: 'Henter lenken …', nn: 'Hentar lenkja …', en: 'Opening the link …' },
  title: {
    nb: 'Last opp bilde og legitimasjon',
    nn: 'Last opp bilete og legitimasjon',
    en: 'Upload photo and ID',
  },
  ordered: {
    nb: '{firm} har bestilt kort til deg, {name}. Lenken virker til',
    nn: '{firm} har bestilt kort til deg, {name}. Lenkja verkar til',
    en: '{firm} has ordered a card for you, {name}. The link works until',
  },
  previousTitle: {
    nb: 'Rett dette, og send begge deler på nytt',
    nn: 'Rett dette, og send begge delar på nytt',
    en: 'Correct this, and send both parts again',
  },
  previousComment: {
    nb: 'Fra den som så på bildene:',
    nn: 'Frå den som såg på bileta:',
    en: 'From the person who reviewed them:',
  },
  photo: { nb: 'Bilde av deg', nn: 'Bilete av deg', en: 'Photo of you' },
  id: { nb: 'Legitimasjon', nn: 'Legitimasjon', en: 'ID' },
  step: { nb: 'Steg {number}:', nn: 'Steg {number}:', en: 'Step {number}:' },
  stepDone: { nb: 'Ferdig:', nn: 'Ferdig:', en: 'Done:' },
  takePhoto: { nb: 'Ta bilde av deg', nn: 'Ta bilete av deg', en: 'Take a photo of yourself' },
  takeId: {
    nb: 'Ta bilde av legitimasjonen',
    nn: 'Ta bilete av legitimasjonen',
    en: 'Take a photo of your ID',
  },
  choosePhoto: { nb: 'velg fil med bilde', nn: 'vel fil med bilete', en: 'choose a photo file' },
  chooseId: { nb: 'velg fil med legitimasjon', nn: 'vel fil med legitimasjon', en: 'choose an ID file' },
  chooseFile: { nb: 'velg fil', nn: 'vel fil', en: 'choose file' },
  or: { nb: 'eller', nn: 'eller', en: 'or' },
  limitTotal: {
    nb: 'JPEG eller PNG, inntil {size} i alt',
    nn: 'JPEG eller PNG, inntil {size} i alt',
    en: 'JPEG or PNG, up to {size} in total',
  },
  limitPerFile: {
    nb: 'JPEG eller PNG, inntil {size} per fil',
    nn: 'JPEG eller PNG, inntil {size} per fil',
    en: 'JPEG or PNG, up to {size} per file',
  },
  takeNew: { nb: 'Ta nytt', nn: 'Ta nytt', en: 'Take new' },
  takeNewPhoto: { nb: 'Ta nytt bilde av deg', nn: 'Ta nytt bilete av deg', en: 'Take new photo of yourself' },
  takeNewId: {
    nb: 'Ta nytt bilde av legitimasjonen',
    nn: 'Ta nytt bilete av legitimasjonen',
    en: 'Take new photo of your ID',
  },
  remove: { nb: 'Fjern', nn: 'Fjern', en: 'Remove' },
  removePhoto: { nb: 'Fjern bildet av deg', nn: 'Fjern biletet av deg', en: 'Remove the photo of you' },
  removeId: { nb: 'Fjern legitimasjonen', nn: 'Fjern legitimasjonen', en: 'Remove the ID' },
  sentEarlier: { nb: 'Lastet opp tidligere', nn: 'Lasta opp tidlegare', en: 'Uploaded earlier' },
  previewPhoto: {
    nb: 'Forhåndsvisning av bildet av deg',
    nn: 'Førehandsvising av biletet av deg',
    en: 'Preview of the photo of you',
  },
  previewId: {
    nb: 'Forhåndsvisning av legitimasjonen',
    nn: 'Førehandsvising av legitimasjonen',
    en: 'Preview of the ID',
  },
  noRemarks: { nb: 'Ingen merknader', nn: 'Ingen merknader', en: 'No remarks' },
  uploading: {
    nb: 'Laster opp: {percent} prosent',
    nn: 'Lastar opp: {percent} prosent',
    en: 'Uploading: {percent} per cent',
  },
  checking: { nb: 'Kontrollerer filen …', nn: 'Kontrollerer fila …', en: 'Checking the file …' },
  uploaded: { nb: 'Filen er lastet opp.', nn: 'Fila er lasta opp.', en: 'The file is uploaded.' },
  uploadLost: {
    nb: 'Filen kom ikke fram. Sjekk nettet og prøv igjen. Filen er fortsatt valgt.',
    nn: 'Fila kom ikkje fram. Sjekk nettet og prøv igjen. Fila er framleis vald.',
    en: 'The file did not get through. Check your connection and try again. The file is still chosen.',
  },
  removalFailed: {
    nb: 'Filen ble ikke fjernet. Sjekk nettet og prøv igjen.',
    nn: 'Fila vart ikkje fjerna. Sjekk nettet og prøv igjen.',
    en: 'The file was not removed. Check your connection and try again.',
  },
  retry: { nb: 'Prøv igjen', nn: 'Prøv igjen', en: 'Try again' },
  cancel: { nb: 'Avbryt', nn: 'Avbryt', en: 'Cancel' },
  headgear: {
    nb: 'Jeg bruker hodeplagg av religiøse eller andre særlige grunner, og vil trolig bruke lignende ved senere kontroller',
    nn: 'Eg bruker hovudplagg av religiøse eller andre særlege grunnar, og vil truleg bruke liknande ved seinare kontrollar',
    en: 'I wear headgear for religious or other special reasons, and am expected to wear similar at later checks',
  },
  headgearHint: {
    nb: 'Vi spør ikke hvorfor. Plagget må ikke dekke ansiktet eller mer av hodet enn nødvendig.',
    nn: 'Vi spør ikkje kvifor. Plagget må ikkje dekkje ansiktet eller meir av hovudet enn nødvendig.',
    en: 'We do not ask why. It must not cover the face, or more of the head than needed.',
  },
  send: { nb: 'Send inn', nn: 'Send inn', en: 'Send' },
  sending: { nb: 'Sender inn …', nn: 'Sender inn …', en: 'Sending …' },
  missingBoth: {
    nb: 'Mangler bilde og legitimasjon. Begge sendes sammen.',
    nn: 'Manglar bilete og legitimasjon. Begge blir sende saman.',
    en: 'Photo and ID are missing. Both are sent together.',
  },
  missingPhoto: {
    nb: 'Mangler bilde. Begge sendes sammen.',
    nn: 'Manglar bilete. Begge blir sende saman.',
    en: 'Photo is missing. Both are sent together.',
  },
  missingId: {
    nb: 'Mangler legitimasjon. Begge sendes sammen.',
    nn: 'Manglar legitimasjon. Begge blir sende saman.',
    en: 'ID is missing. Both are sent together.',
  },
  unsettled: {
    nb: 'Vent til filen er lastet opp, eller avbryt opplastingen.',
    nn: 'Vent til fila er lasta opp, eller avbryt opplastinga.',
    en: 'Wait until the file is uploaded, or cancel the upload.',
  },
  stuck: {
    nb: 'Én fil kom ikke fram. Prøv igjen, eller avbryt opplastingen.',
    nn: 'Éi fil kom ikkje fram. Prøv igjen, eller avbryt opplastinga.',
    en: 'One file did not get through. Try again, or cancel the upload.',
  },
  ready: {
    nb: 'Bilde og legitimasjon sendes sammen.',
    nn: 'Bilete og legitimasjon blir sende saman.',
    en: 'Photo and ID are sent together.',
  },
  sendLost: {
    nb: 'Innsendingen kom ikke fram. Sjekk nettet og prøv igjen. Filene er tatt vare på.',
    nn: 'Innsendinga kom ikkje fram. Sjekk nettet og prøv igjen. Filene er tekne vare på.',
    en: 'It did not get through. Check your connection and try again. Your files are kept.',
  },
  sendIncomplete: {
    nb: 'Noe mangler. Se hva som står under «Send inn».',
    nn: 'Noko manglar. Sjå kva som står under «Send inn».',
    en: 'Something is missing. See what it says below “Send”.',
  },
});

const outcomeMessages = defineMessages({
  receivedTitle: {
    nb: 'Bilde og legitimasjon er mottatt',
    nn: 'Bilete og legitimasjon er mottekne',
    en: 'Photo and ID received',
  },
  receivedNext: { nb: 'Hva skjer nå?', nn: 'Kva skjer no?', en: 'What happens next?' },
  receivedReview: {
    nb: 'En person ser på bildet og legitimasjonen.',
    nn: 'Ein person ser på biletet og legitimasjonen.',
    en: 'A person looks at your photo and ID.',
  },
  receivedApproved: {
    nb: 'Blir de godkjent, går bestillingen videre av seg selv. Du trenger ikke gjøre noe.',
    nn: 'Blir dei godkjende, går bestillinga vidare av seg sjølv. Du treng ikkje gjere noko.',
    en: 'If they are approved, the order continues by itself. You need not do anything.',
  },
  receivedRejected: {
    nb: 'Må noe rettes, får {firm} beskjed om hva, og en ny lenke til deg.',
    nn: 'Må noko rettast, får {firm} melding om kva, og ei ny lenkje til deg.',
    en: 'If something must be corrected, {firm} is told what, and gets a new link for you.',
  },
  receivedClose: {
    nb: 'Lenken er brukt og kan ikke brukes igjen. Du kan lukke siden.',
    nn: 'Lenkja er brukt og kan ikkje brukast igjen. Du kan lukke sida.',
    en: 'The link is used and cannot be used again. You can close this page.',
  },
  expiredTitle: {
    nb: 'Bildene kunne ikke lastes opp',
    nn: 'Bileta kunne ikkje lastast opp',
    en: 'Images could not be uploaded',
  },
  expiredText: {
    nb: 'Lenken virker i fem dager, og tiden er ute. Be den som bestilte kortet, om en ny lenke. Det er vanligvis arbeidsgiveren din.',
    nn: 'Lenkja verkar i fem dagar, og tida er ute. Be den som bestilte kortet, om ei ny lenkje. Det er vanlegvis arbeidsgivaren din.',
    en: 'The link works for five days, and the time is up. Ask the person who ordered the card for a new link. It is usually your employer.',
  },
  usedTitle: {
    nb: 'Bilde og legitimasjon er allerede sendt inn',
    nn: 'Bilete og legitimasjon er alt sende inn',
    en: 'Photo and ID have already been sent',
  },
  usedText: {
    nb: 'Lenken kan bare brukes én gang. Må noe rettes, får den som bestilte kortet, beskjed og en ny lenke.',
    nn: 'Lenkja kan berre brukast éin gong. Må noko rettast, får den som bestilte kortet, melding og ei ny lenkje.',
    en: 'The link can be used only once. If something must be corrected, the person who ordered the card is told and gets a new link.',
  },
  revokedTitle: {
    nb: 'Lenken gjelder ikke lenger',
    nn: 'Lenkja gjeld ikkje lenger',
    en: 'The link is no longer valid',
  },
  revokedText: {
    nb: 'Lenken er trukket tilbake. Kanskje har du fått en nyere. Hvis ikke, be den som bestilte kortet, om en ny lenke.',
    nn: 'Lenkja er trekt tilbake. Kanskje har du fått ei nyare. Om ikkje, be den som bestilte kortet, om ei ny lenkje.',
    en: 'The link has been withdrawn. You may have got a newer one. If not, ask the person who ordered the card for a new link.',
  },
  unknownTitle: { nb: 'Vi finner ikke lenken', nn: 'Vi finn ikkje lenkja', en: 'We cannot find the link' },
  unknownText: {
    nb: 'Åpne lenken på nytt fra meldingen du fikk, eller be den som bestilte kortet, om en ny.',
    nn: 'Opne lenkja på nytt frå meldinga du fekk, eller be den som bestilte kortet, om ei ny.',
    en: 'Open the link again from the message you got, or ask the person who ordered the card for a new one.',
  },
  offlineTitle: {
    nb: 'Siden kunne ikke hentes',
    nn: 'Sida kunne ikkje hentast',
    en: 'The page could not be opened',
  },
  offlineText: {
    nb: 'Sjekk at telefonen har nett, og prøv igjen.',
    nn: 'Sjekk at telefonen har nett, og prøv igjen.',
    en: 'Check that your phone is online, and try again.',
  },
});

export const uploadMessages = { ...pageMessages, ...outcomeMessages, ...rulesMessages };

export type MessageKey = keyof typeof uploadMessages;

export function translate(
  language: Language,
  key: MessageKey,
  values: Record<string, string | number> = {},
): string {
  return uploadMessages[key][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}
