import { defineMessages } from './define-messages.ts';

/** What happened, what to do, whether anything was saved: one text per code of the server. */
export const errors = defineMessages(
  {
    title: 'Det gikk ikke',
    retry: 'Prøv igjen',
    requestId: 'Feilkode %{id}',
    code: {
      UNAUTHENTICATED: 'Du er logget ut. Logg inn igjen for å fortsette. Utkastene dine er tatt vare på.',
      BAD_CREDENTIALS:
        'E-post eller passord er feil. Prøv igjen, eller be administratoren om et nytt passord.',
      TOO_MANY_REQUESTS: 'For mange forsøk på kort tid. Vent et minutt og prøv igjen. Ingenting er endret.',
      FORBIDDEN: 'Du har ikke tilgang til dette. Ingenting er endret.',
      NOT_FOUND: 'Dette finnes ikke, eller du har ikke tilgang til det.',
      VALIDATION_FAILED: 'Noe er ikke riktig utfylt. Rett feltene som er merket. Ingenting er lagret ennå.',
      STALE:
        'Noen andre har endret saken siden du åpnet den. Ingenting er overskrevet, og teksten din er her fortsatt.',
      RESERVATION_LOST:
        'Reservasjonen din gikk ut. Ingenting ble sendt. Teksten din er lagret som utkast. Ta saken igjen for å fortsette.',
      RESERVED_BY_OTHER: 'En kollega har saken nå. Ingenting er endret. Du kan lese og skrive notat.',
      NOT_RESERVED: 'Ta saken før du endrer den. Ingenting er endret.',
      BARRED: 'Du er registrert som inhabil i saken. Ingenting er endret.',
      ACTION_NOT_AVAILABLE: 'Dette kan ikke gjøres med saken slik den står nå. Ingenting er endret.',
      UNDO_CLOSED: 'Det er for sent å angre. E-posten er sendt.',
      REVEAL_LIMIT: 'Du har vist så mange numre som er tillatt i dag. Nummeret ble ikke vist.',
      NETWORK: 'Ingen kontakt med serveren. Sjekk nettet og prøv igjen. Vi vet ikke om endringen ble lagret.',
      INTERNAL: 'Noe gikk galt hos oss. Prøv igjen om litt. Hjelper det ikke, oppgi feilkoden.',
    },
    notFoundTitle: 'Siden finnes ikke',
    notFoundText: 'Adressen er feil, eller du har ikke tilgang. Gå til Min dag eller søk etter saken.',
    toMyDay: 'Til Min dag',
  },
  {
    title: 'Det gjekk ikkje',
    retry: 'Prøv igjen',
    requestId: 'Feilkode %{id}',
    code: {
      UNAUTHENTICATED: 'Du er logga ut. Logg inn igjen for å halde fram. Utkasta dine er tekne vare på.',
      BAD_CREDENTIALS:
        'E-post eller passord er feil. Prøv igjen, eller be administratoren om eit nytt passord.',
      TOO_MANY_REQUESTS: 'For mange forsøk på kort tid. Vent eit minutt og prøv igjen. Ingenting er endra.',
      FORBIDDEN: 'Du har ikkje tilgang til dette. Ingenting er endra.',
      NOT_FOUND: 'Dette finst ikkje, eller du har ikkje tilgang til det.',
      VALIDATION_FAILED: 'Noko er ikkje rett utfylt. Rett felta som er merkte. Ingenting er lagra enno.',
      STALE:
        'Nokon andre har endra saka sidan du opna ho. Ingenting er skrive over, og teksten din er her framleis.',
      RESERVATION_LOST:
        'Reservasjonen din gjekk ut. Ingenting vart sendt. Teksten din er lagra som utkast. Ta saka igjen for å halde fram.',
      RESERVED_BY_OTHER: 'Ein kollega har saka no. Ingenting er endra. Du kan lese og skrive notat.',
      NOT_RESERVED: 'Ta saka før du endrar ho. Ingenting er endra.',
      BARRED: 'Du er registrert som inhabil i saka. Ingenting er endra.',
      ACTION_NOT_AVAILABLE: 'Dette kan ikkje gjerast med saka slik ho står no. Ingenting er endra.',
      UNDO_CLOSED: 'Det er for seint å angre. E-posten er send.',
      REVEAL_LIMIT: 'Du har vist så mange nummer som er tillate i dag. Nummeret vart ikkje vist.',
      NETWORK: 'Ingen kontakt med tenaren. Sjekk nettet og prøv igjen. Vi veit ikkje om endringa vart lagra.',
      INTERNAL: 'Noko gjekk gale hos oss. Prøv igjen om litt. Hjelper det ikkje, oppgje feilkoden.',
    },
    notFoundTitle: 'Sida finst ikkje',
    notFoundText: 'Adressa er feil, eller du har ikkje tilgang. Gå til Min dag eller søk etter saka.',
    toMyDay: 'Til Min dag',
  },
  {
    title: 'That did not work',
    retry: 'Try again',
    requestId: 'Error code %{id}',
    code: {
      UNAUTHENTICATED: 'You are signed out. Sign in again to go on. Your drafts are kept.',
      BAD_CREDENTIALS: 'E-mail or password is wrong. Try again, or ask the administrator for a new password.',
      TOO_MANY_REQUESTS:
        'Too many attempts in a short time. Wait a minute and try again. Nothing was changed.',
      FORBIDDEN: 'You do not have access to this. Nothing was changed.',
      NOT_FOUND: 'This does not exist, or you do not have access to it.',
      VALIDATION_FAILED:
        'Something is not filled in correctly. Correct the marked fields. Nothing is saved yet.',
      STALE:
        'Someone else changed the case after you opened it. Nothing was overwritten, and your text is still here.',
      RESERVATION_LOST:
        'Your reservation expired. Nothing was sent. Your text is saved as a draft. Take the case again to go on.',
      RESERVED_BY_OTHER: 'A colleague has the case now. Nothing was changed. You can read and write notes.',
      NOT_RESERVED: 'Take the case before you change it. Nothing was changed.',
      BARRED: 'You are registered as barred from this case. Nothing was changed.',
      ACTION_NOT_AVAILABLE: 'This cannot be done with the case as it is now. Nothing was changed.',
      UNDO_CLOSED: 'It is too late to undo. The mail has been sent.',
      REVEAL_LIMIT: 'You have shown as many numbers as allowed today. The number was not shown.',
      NETWORK:
        'No contact with the server. Check the network and try again. We do not know whether the change was saved.',
      INTERNAL:
        'Something went wrong on our side. Try again shortly. If it does not help, give the error code.',
    },
    notFoundTitle: 'Page not found',
    notFoundText: 'The address is wrong, or you do not have access. Go to My day or search for the case.',
    toMyDay: 'To My day',
  },
);
