import { defineMessages } from './define-messages.ts';

export const publicPages = defineMessages(
  {
    back: 'Tilbake',
    accessibility: {
      title: 'Tilgjengelighet',
      aim: 'HMS-kort Desk skal kunne brukes av alle som arbeider med den. Vi følger kravene i WCAG 2.2 på nivå A og AA.',
      keyboard:
        'Alt kan gjøres med tastatur. Trykk ? for å se hurtigtastene, og slå av dem med én tast der hvis de er i veien.',
      sight:
        'Farge står aldri alene: status har alltid et ord og en form. Lyst og mørkt tema har god kontrast, og teksten kan forstørres til 200 %.',
      motion: 'Ber du nettleseren om mindre bevegelse, retter siden seg etter det.',
      report:
        'Er det noe du ikke får til, si fra til administratoren i virksomheten din. Oppgi siden og hva du prøvde på.',
    },
    privacy: {
      title: 'Personvern',
      what: 'HMS-kort Desk behandler opplysninger om personer som har bestilt HMS-kort: navn, fødselsnummer, bilde og legitimasjon. De brukes bare til å utstede og kontrollere kort.',
      hidden: 'Fødselsnumre er skjult til vanlig. Den som viser ett, må oppgi grunn, og det blir logget.',
      log: 'Alle oppslag på personer, bilder og dokumenter logges med hvem, når og hvorfor. Personen kan be om å få se loggen.',
      staff:
        'Om deg som ansatt lagrer vi navn, e-post, rolle, økter og hva du gjør i sakene. Innlogging bruker én informasjonskapsel, og ingenting sendes til andre nettsteder.',
    },
  },
  {
    back: 'Tilbake',
    accessibility: {
      title: 'Tilgjenge',
      aim: 'HMS-kort Desk skal kunne brukast av alle som arbeider med han. Vi følgjer krava i WCAG 2.2 på nivå A og AA.',
      keyboard:
        'Alt kan gjerast med tastatur. Trykk ? for å sjå snøggtastane, og slå av dei med éin tast der om dei er i vegen.',
      sight:
        'Farge står aldri åleine: status har alltid eit ord og ei form. Lyst og mørkt tema har god kontrast, og teksten kan forstørrast til 200 %.',
      motion: 'Bed du nettlesaren om mindre rørsle, rettar sida seg etter det.',
      report:
        'Er det noko du ikkje får til, sei frå til administratoren i verksemda di. Oppgje sida og kva du prøvde på.',
    },
    privacy: {
      title: 'Personvern',
      what: 'HMS-kort Desk behandlar opplysningar om personar som har bestilt HMS-kort: namn, fødselsnummer, bilete og legitimasjon. Dei blir berre brukte til å utferde og kontrollere kort.',
      hidden: 'Fødselsnummer er gøymde til vanleg. Den som viser eitt, må oppgje grunn, og det blir logga.',
      log: 'Alle oppslag på personar, bilete og dokument blir logga med kven, når og kvifor. Personen kan be om å få sjå loggen.',
      staff:
        'Om deg som tilsett lagrar vi namn, e-post, rolle, økter og kva du gjer i sakene. Innlogging bruker éin informasjonskapsel, og ingenting blir sendt til andre nettstader.',
    },
  },
  {
    back: 'Back',
    accessibility: {
      title: 'Accessibility',
      aim: 'HMS-kort Desk is meant to be usable by everyone who works with it. We follow WCAG 2.2 at levels A and AA.',
      keyboard:
        'Everything can be done with the keyboard. Press ? to see the shortcuts, and switch off the single-key ones there if they are in the way.',
      sight:
        'Colour never stands alone: a status always has a word and a shape. The light and dark themes have good contrast, and text can be enlarged to 200 %.',
      motion: 'If you ask your browser for less motion, the page follows.',
      report:
        'If there is something you cannot do, tell the administrator of your organisation. Give the page and what you tried.',
    },
    privacy: {
      title: 'Privacy',
      what: 'HMS-kort Desk processes information about persons who have ordered an HSE card: name, national ID, photo and identification. It is used only to issue and check cards.',
      hidden: 'National IDs are hidden by default. Whoever shows one must give a reason, and it is logged.',
      log: 'All look-ups of persons, images and documents are logged with who, when and why. The person can ask to see the log.',
      staff:
        'About you as staff we store name, e-mail, role, sessions and what you do in the cases. Signing in uses one cookie, and nothing is sent to other sites.',
    },
  },
);
