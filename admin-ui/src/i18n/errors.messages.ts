import { defineMessages } from './define-messages.ts';

/** What happened, what to do, whether anything was saved: one text per code of the server. */
export const errors = defineMessages(
  {
    title: 'Det gikk ikke',
    retry: 'Prøv igjen',
    requestId: 'Feilkode %{id}',
    code: {
      PAYMENT_FILE_SIZE: 'Filen er for stor. Ingenting er lest inn.',
      PAYMENT_FILE_UNREADABLE: 'Filen kan ikke brukes (linje %{line}: %{fault}). Ingenting er lest inn.',
      DOCUMENT_SIZE:
        'Filen er for stor. Den kan være høyst %{megabytes} MB. Skann med lavere oppløsning, eller del den opp. Ingenting er lagret.',
      DOCUMENT_FORMAT: 'Filen er verken PDF, JPEG eller PNG. Ingenting er lagret.',
      DOCUMENT_CORRUPT:
        'Filen er skadet eller ikke hel, og kan ikke åpnes. Skann på nytt. Ingenting er lagret.',
      DOCUMENT_ENCRYPTED:
        'PDF-en er låst med passord. Lagre den uten passord, eller skriv den ut og skann den. Ingenting er lagret.',
      DOCUMENT_ACTIVE:
        'PDF-en inneholder program, skjema som sender data, eller noe som starter av seg selv. Skriv den ut til PDF eller skann den. Ingenting er lagret.',
      DOCUMENT_EMBEDDED:
        'PDF-en har andre filer inni seg. Legg filene til hver for seg, eller skriv PDF-en ut til PDF. Ingenting er lagret.',
      DOCUMENT_TOO_MANY_PAGES: 'PDF-en har mer enn 300 sider. Del den opp. Ingenting er lagret.',
      DOCUMENT_TOO_MANY_PIXELS:
        'Bildet har for mange bildepunkter. Skann med lavere oppløsning. Ingenting er lagret.',
      DOCUMENT_DUPLICATE: 'Nøyaktig denne filen er allerede i saken. Den er ikke lagt til en gang til.',
      DOCUMENT_DAMAGED:
        'Filen er ikke lenger slik den ble lagret, og vises ikke. Si fra til driften med feilkoden. Ingen er merket som leser.',
      FILE_INFECTED: 'Virusskanneren stoppet filen. Ingenting er lagret.',
      SCAN_UNAVAILABLE: 'Virusskanneren svarer ikke. Prøv igjen om litt. Ingenting er lagret.',
      SERVER_BUSY: 'Mange filer behandles nå. Prøv igjen om litt. Ingenting er lagret.',
      CALLER_LIMIT:
        'Det er prøvd for mange ganger den siste timen. Vis innringeren til Folkeregisteret. Ingenting er slått opp.',
      CALL_NOT_VERIFIED:
        'Sperring på telefon krever at innringeren er kontrollert først, og at samtalen gjelder dette kortet. Ingenting er endret.',
      ORDERER_NOT_ALLOWED:
        'Bestilleren har verken rolle eller delegering som dekker enheten i dag. Ingenting er bestilt.',
      UNAUTHENTICATED: 'Du er logget ut. Logg inn igjen for å fortsette. Utkastene dine er tatt vare på.',
      TOO_MANY_REQUESTS: 'For mange forsøk på kort tid. Vent et minutt og prøv igjen. Ingenting er endret.',
      FORBIDDEN: 'Du har ikke tilgang til dette. Ingenting er endret.',
      NOT_FOUND: 'Dette finnes ikke, eller du har ikke tilgang til det.',
      VALIDATION_FAILED: 'Noe er ikke riktig utfylt. Rett feltene som er merket. Ingenting er lagret ennå.',
      IDEMPOTENCY_KEY_REQUIRED: 'Handlingen kunne ikke sendes. Last siden på nytt og prøv igjen.',
      IDEMPOTENCY_MISMATCH: 'Dette er allerede sendt med et annet innhold. Last siden på nytt og prøv igjen.',
      ONE_MUTATION_PER_REQUEST: 'Handlingen kunne ikke sendes. Last siden på nytt og prøv igjen.',
      STALE:
        'Noen andre har endret saken siden du åpnet den. Ingenting er overskrevet, og teksten din er her fortsatt.',
      RESERVATION_LOST:
        'Reservasjonen din gikk ut. Ingenting ble sendt. Teksten din er lagret som utkast. Ta saken igjen for å fortsette.',
      RESERVED_BY_OTHER: 'En kollega har saken nå. Ingenting er endret. Du kan lese og skrive notat.',
      NOT_RESERVED: 'Ta saken før du endrer den. Ingenting er endret.',
      BARRED: 'Du er inhabil i saken (fvl. § 6). Ingenting er endret. En kollega må ta den.',
      BARRED_BY_TIE:
        'Kollegaen har selv oppgitt en tilknytning. Inhabiliteten faller bort når den avsluttes. Ingenting er endret.',
      CASE_TAKES_NO_MAIL:
        'Søknaden gjelder en person. Til slike saker tar vi ikke imot e-post: velg «Feil kanal».',
      ACTION_NOT_AVAILABLE: 'Dette kan ikke gjøres med saken slik den står nå. Ingenting er endret.',
      REISSUE_REFUSED:
        'Ingen av fakturaene kan utstedes på nytt. Årsaken står ved hver av dem. Ingenting er endret.',
      REISSUE_CHANGED: 'Noe er endret siden du så det. Se på beløpene igjen. Ingenting er kreditert.',
      REISSUE_SETTLED: 'Forslaget er allerede avgjort. Ingenting er kreditert en gang til.',
      BOOKS_CLOSED: 'Regnskapet er lukket for den dagen. Ingenting er bokført.',
      SELLER_UNKNOWN:
        'Det er ikke oppgitt hvem som utsteder fakturaene. En administrator gjør det under Regler.',
      NOTHING_MISSING: 'Ingenting mangler. Ingen brev er sendt.',
      APPEAL_LATE: 'Klagen kom for sent. Avvis den, eller slipp den inn med en begrunnelse.',
      ANSWER_CHANGED: 'Svaret er ikke lenger det du så. Les det på nytt, og send igjen. Ingenting er sendt.',
      PROPOSAL_CHANGED:
        'Brevet er ikke lenger det du så. Les det på nytt og godkjenn igjen. Ingenting er lagret.',
      PROPOSAL_SETTLED: 'Forslaget er allerede avgjort eller falt bort. Ingenting er lagret.',
      NOT_ALL_SEEN: 'Åpne alle deler og dokumenter før du godkjenner. Ingenting er lagret.',
      LETTER_HAS_LEFT: 'Brevet er sendt eller skrevet ut og kan ikke stanses.',
      LETTER_NOT_READY:
        'Brevet mangler noe loven krever, og kan ikke sendes. Se brevkontrollen. Ingenting er endret.',
      CONDITIONS_NOT_MET:
        'Alle vilkår må være vurdert og oppfylt før kort kan bestilles. Ingenting er endret.',
      CHECKED_TOO_OFTEN:
        'Du har bedt registrene svare %{limit} ganger på %{minutes} minutter. Vent litt før du spør igjen.',
      DAILY_LIMIT:
        'Du har sett så mange personer som er tillatt på én dag. Siden vises ikke, og lederen din ser at grensen er nådd. Be om hjelp hvis du trenger flere.',
      JOB_NOT_REHEARSED: 'Denne jobben kan ikke prøves på forhånd. Ingenting er endret.',
      REVIEW_NOT_SETTLED: 'Det er funn uten svar. Svar på alle før du signerer uken. Ingenting er lagret.',
      REVIEW_SIGNED: 'Uken er allerede signert.',
      REVIEW_WEEK_RUNNING: 'Uken er ikke over. Signer den når den er slutt.',
      REVEAL_LIMIT: 'Du har vist så mange numre som er tillatt i dag. Nummeret ble ikke vist.',
      NETWORK: 'Ingen kontakt med serveren. Sjekk nettet og prøv igjen. Vi vet ikke om endringen ble lagret.',
      INTERNAL: 'Noe gikk galt hos oss. Prøv igjen om litt. Hjelper det ikke, oppgi feilkoden.',
      SIGN_IN_FAILED:
        'E-post eller passord er feil. Prøv igjen, eller be administratoren om et nytt passord.',
      NOTHING_WAITS: 'Ingenting venter på en sending. Ingenting er laget.',
      STEP_UP_REQUIRED: 'Du må bekrefte at det er deg før dette kan gjøres. Ingenting er endret.',
      PASSWORD_CHANGE_REQUIRED: 'Engangspassordet må byttes før du kommer inn.',
      GRANT_PENDING:
        'Roller for denne brukeren venter allerede på godkjenning. Trekk forslaget tilbake først.',
      GRANT_DECIDED: 'Forslaget er allerede avgjort. Last siden på nytt.',
      SETTING_DECIDED: 'Endringen er allerede avgjort, eller den har begynt å gjelde. Last siden på nytt.',
      SETTING_TOO_LATE:
        'Dagen endringen skulle gjelde fra, er kommet. Foreslå den på nytt med en senere dag.',
      SETTING_DATE_TAKEN:
        'Det finnes allerede en endring av denne regelen fra samme dag. Trekk den tilbake først, eller velg en annen dag.',
      NO_SECRETS: 'Denne klienten beviser hvem den er med en nøkkel, og har ingen hemmelighet.',
      NO_PASSWORDS: 'Her logger alle inn uten passord. Ingenting er endret.',
      SIGN_IN_THROTTLED: 'For mange forsøk på kort tid. Vent noen minutter og prøv igjen.',
      SEARCH_TOO_SHORT: 'Skriv minst to tegn, eller et helt nummer.',
      SEARCH_LIMIT:
        'Du har søkt på så mange fødselsnumre som er tillatt nå. Vent en time, eller søk på saksnummer.',
      NATIONAL_ID: 'Fødselsnummeret er ikke gyldig. Sjekk sifrene. Ingenting ble slått opp.',
      ORG_NUMBER: 'Organisasjonsnummeret er ikke gyldig. Sjekk sifrene.',
      REOPEN_REFUSED: 'Saken kan ikke gjenåpnes nå. Ingenting er endret.',
      UNDO_TOO_LATE: 'Det er for sent å angre. E-posten er sendt.',
      UNDO_ALREADY: 'Avgjørelsen er allerede angret.',
      UNDO_NEW_IMAGES:
        'Det har kommet nye bilder etter avgjørelsen, så den kan ikke angres. Se på de nye bildene.',
      NOT_HANDED_OVER: 'Saken ble ikke gitt videre. Ingenting er endret.',
      BODY_TOO_LARGE: 'Det du sendte, er for stort. Ingenting er lagret.',
      RATE_LIMITED:
        'Det ble bedt om svært mye på kort tid. Vent %{seconds} s og prøv igjen. Ingenting er endret.',
      COST_LIMIT:
        'Dette er for mye å hente på én gang. Velg færre rader eller et smalere utvalg. Ingenting er endret.',
      DOCUMENT_TOO_COMPLEX:
        'Dette er for mye å hente på én gang. Velg et smalere utvalg. Ingenting er endret.',
      DOCUMENT_UNKNOWN:
        'Denne siden er fra en annen utgave enn serveren. Last siden på nytt og prøv igjen. Ingenting er endret.',
      FOREIGN_ORIGIN: 'Forespørselen kom fra et annet nettsted og ble stanset. Ingenting er endret.',
      TWO_CALLERS:
        'Forespørselen hadde to innlogginger og ble stanset. Logg inn på nytt. Ingenting er endret.',
    },
    field: {
      SCOPE_NOT_OF_KIND: 'Rettigheten hører ikke til dette slaget',
      FIRM_NOT_OF_KIND: 'Bare et fagsystem har en virksomhet',
      KEYS_UNREADABLE: 'Lim inn én til fem offentlige nøkler som JSON (JWK)',
      KEY_IS_PRIVATE: 'Dette er en privat nøkkel. Lag en ny, og lim inn bare den offentlige delen',
      KEY_TOO_SHORT: 'RSA-nøkkelen må ha minst 2048 bit',
      URL_UNREADABLE: 'Skriv hele adressen, uten brukernavn',
      URL_NOT_HTTPS: 'Adressen må begynne med https',
      REQUIRED: 'Må fylles ut',
      TOO_SHORT: 'Skriv litt mer',
      TEXT_TOO_LONG: 'Er for lang',
      TOO_MANY: 'Velg høyst 200',
      SEVERAL_FIRMS: 'Velg fakturaer til én virksomhet',
      OUT_OF_RANGE: 'Utenfor det som er tillatt',
      NUMBER_EXPECTED: 'Skriv et tall',
      CODES_EXPECTED: 'Skriv koder med komma mellom',
      NOT_FOUND: 'Finnes ikke',
      TAKEN: 'Er allerede i bruk',
      UNKNOWN: 'Er ikke riktig',
      NOT_POSSIBLE: 'Kan ikke velges',
      DATE_IN_PAST: 'Datoen har vært',
      NAMED_TWICE: 'Denne personen er nevnt to ganger',
      TOO_MANY_WORKERS: 'Nevn høyst 20 personer',
      ONLY_EMPLOYEES_WORK: 'Personer nevnes når virksomheten ikke har ansatte, eller er ENK, DA eller ANS',
      FEWER_THAN_NAMED: 'Det er nevnt flere personer enn dette',
      CARDS_MISSING: 'Noen som skal ha kort, har ikke gyldig kort ennå',
      REGISTER_SILENT: 'Enhetsregisteret svarer ikke. Prøv igjen om litt',
      TOO_MUCH: 'Mer enn det som er igjen',
      DATE_NOT_LATER: 'Velg en senere dato',
      DATE_TOO_FAR: 'Datoen er for langt fram',
      SAME_CASE: 'Dette er saken du er i',
      ALREADY_LINKED: 'Sakene er allerede koblet',
      DECLARED_ALREADY: 'Dette har du allerede oppgitt',
      COLLEAGUE_UNKNOWN: 'Kollegaen finnes ikke',
      COLLEAGUE_BARRED: 'Kollegaen er inhabil i saken',
      COLLEAGUE_NO_RIGHT: 'Kollegaen har ikke tilgang til slike saker',
      PASSWORD_TOO_SHORT: 'Bruk minst 12 tegn',
      PASSWORD_TOO_LONG: 'Bruk høyst 200 tegn',
      PASSWORD_SAME: 'Velg et annet enn det gamle',
      PASSWORD_GUESSABLE: 'Er lett å gjette. Velg et annet.',
      REASON_TOO_SHORT: 'Skriv litt mer om hvorfor',
      INVALID: 'Er ikke riktig',
    },
    forbiddenTitle: 'Ingen tilgang',
    notFoundTitle: 'Siden finnes ikke',
    notFoundText: 'Adressen er feil, eller du har ikke tilgang. Gå til Min dag eller søk etter saken.',
    toMyDay: 'Til Min dag',
  },
  {
    title: 'Det gjekk ikkje',
    retry: 'Prøv igjen',
    requestId: 'Feilkode %{id}',
    code: {
      PAYMENT_FILE_SIZE: 'Fila er for stor. Ingenting er lese inn.',
      PAYMENT_FILE_UNREADABLE: 'Fila kan ikkje brukast (linje %{line}: %{fault}). Ingenting er lese inn.',
      DOCUMENT_SIZE:
        'Fila er for stor. Ho kan vere høgst %{megabytes} MB. Skann med lågare oppløysing, eller del ho opp. Ingenting er lagra.',
      DOCUMENT_FORMAT: 'Fila er verken PDF, JPEG eller PNG. Ingenting er lagra.',
      DOCUMENT_CORRUPT:
        'Fila er skadd eller ikkje heil, og kan ikkje opnast. Skann på nytt. Ingenting er lagra.',
      DOCUMENT_ENCRYPTED:
        'PDF-en er låst med passord. Lagre han utan passord, eller skriv han ut og skann han. Ingenting er lagra.',
      DOCUMENT_ACTIVE:
        'PDF-en inneheld program, skjema som sender data, eller noko som startar av seg sjølv. Skriv han ut til PDF eller skann han. Ingenting er lagra.',
      DOCUMENT_EMBEDDED:
        'PDF-en har andre filer inni seg. Legg filene til kvar for seg, eller skriv PDF-en ut til PDF. Ingenting er lagra.',
      DOCUMENT_TOO_MANY_PAGES: 'PDF-en har meir enn 300 sider. Del han opp. Ingenting er lagra.',
      DOCUMENT_TOO_MANY_PIXELS:
        'Biletet har for mange biletpunkt. Skann med lågare oppløysing. Ingenting er lagra.',
      DOCUMENT_DUPLICATE: 'Nøyaktig denne fila er allereie i saka. Ho er ikkje lagd til ein gong til.',
      DOCUMENT_DAMAGED:
        'Fila er ikkje lenger slik ho vart lagra, og blir ikkje vist. Sei frå til drifta med feilkoden. Ingen er merkt som lesar.',
      FILE_INFECTED: 'Virusskannaren stoppa fila. Ingenting er lagra.',
      SCAN_UNAVAILABLE: 'Virusskannaren svarer ikkje. Prøv igjen om litt. Ingenting er lagra.',
      SERVER_BUSY: 'Mange filer blir behandla no. Prøv igjen om litt. Ingenting er lagra.',
      CALLER_LIMIT:
        'Det er prøvd for mange gonger den siste timen. Vis innringaren til Folkeregisteret. Ingenting er slått opp.',
      CALL_NOT_VERIFIED:
        'Sperring på telefon krev at innringaren er kontrollert først, og at samtalen gjeld dette kortet. Ingenting er endra.',
      ORDERER_NOT_ALLOWED:
        'Bestillaren har verken rolle eller delegering som dekkjer eininga i dag. Ingenting er bestilt.',
      UNAUTHENTICATED: 'Du er logga ut. Logg inn igjen for å halde fram. Utkasta dine er tekne vare på.',
      TOO_MANY_REQUESTS: 'For mange forsøk på kort tid. Vent eit minutt og prøv igjen. Ingenting er endra.',
      FORBIDDEN: 'Du har ikkje tilgang til dette. Ingenting er endra.',
      NOT_FOUND: 'Dette finst ikkje, eller du har ikkje tilgang til det.',
      VALIDATION_FAILED: 'Noko er ikkje rett utfylt. Rett felta som er merkte. Ingenting er lagra enno.',
      IDEMPOTENCY_KEY_REQUIRED: 'Handlinga kunne ikkje sendast. Last sida på nytt og prøv igjen.',
      IDEMPOTENCY_MISMATCH: 'Dette er alt sendt med eit anna innhald. Last sida på nytt og prøv igjen.',
      ONE_MUTATION_PER_REQUEST: 'Handlinga kunne ikkje sendast. Last sida på nytt og prøv igjen.',
      STALE:
        'Nokon andre har endra saka sidan du opna ho. Ingenting er skrive over, og teksten din er her framleis.',
      RESERVATION_LOST:
        'Reservasjonen din gjekk ut. Ingenting vart sendt. Teksten din er lagra som utkast. Ta saka igjen for å halde fram.',
      RESERVED_BY_OTHER: 'Ein kollega har saka no. Ingenting er endra. Du kan lese og skrive notat.',
      NOT_RESERVED: 'Ta saka før du endrar ho. Ingenting er endra.',
      BARRED: 'Du er inhabil i saka (fvl. § 6). Ingenting er endra. Ein kollega må ta ho.',
      BARRED_BY_TIE:
        'Kollegaen har sjølv oppgitt ei tilknyting. Inhabiliteten fell bort når ho blir avslutta. Ingenting er endra.',
      CASE_TAKES_NO_MAIL:
        'Søknaden gjeld ein person. Til slike saker tek vi ikkje imot e-post: vel «Feil kanal».',
      ACTION_NOT_AVAILABLE: 'Dette kan ikkje gjerast med saka slik ho står no. Ingenting er endra.',
      REISSUE_REFUSED:
        'Ingen av fakturaene kan utferdast på nytt. Årsaka står ved kvar av dei. Ingenting er endra.',
      REISSUE_CHANGED: 'Noko er endra sidan du såg det. Sjå på beløpa igjen. Ingenting er kreditert.',
      REISSUE_SETTLED: 'Framlegget er alt avgjort. Ingenting er kreditert ein gong til.',
      BOOKS_CLOSED: 'Rekneskapen er lukka for den dagen. Ingenting er bokført.',
      SELLER_UNKNOWN:
        'Det er ikkje oppgitt kven som skriv ut fakturaene. Ein administrator gjer det under Reglar.',
      NOTHING_MISSING: 'Ingenting manglar. Ingen brev er sende.',
      APPEAL_LATE: 'Klaga kom for seint. Avvis henne, eller slepp henne inn med ei grunngjeving.',
      ANSWER_CHANGED:
        'Svaret er ikkje lenger det du såg. Les det på nytt, og send igjen. Ingenting er sendt.',
      PROPOSAL_CHANGED:
        'Brevet er ikkje lenger det du såg. Les det på nytt og godkjenn igjen. Ingenting er lagra.',
      PROPOSAL_SETTLED: 'Framlegget er alt avgjort eller falle bort. Ingenting er lagra.',
      NOT_ALL_SEEN: 'Opne alle delar og dokument før du godkjenner. Ingenting er lagra.',
      LETTER_HAS_LEFT: 'Brevet er sendt eller skrive ut og kan ikkje stansast.',
      LETTER_NOT_READY:
        'Brevet manglar noko lova krev, og kan ikkje sendast. Sjå brevkontrollen. Ingenting er endra.',
      CONDITIONS_NOT_MET:
        'Alle vilkår må vere vurderte og oppfylte før kort kan bestillast. Ingenting er endra.',
      CHECKED_TOO_OFTEN:
        'Du har bede registera svare %{limit} gonger på %{minutes} minutt. Vent litt før du spør igjen.',
      DAILY_LIMIT:
        'Du har sett så mange personar som er tillate på éin dag. Sida blir ikkje vist, og leiaren din ser at grensa er nådd. Be om hjelp om du treng fleire.',
      JOB_NOT_REHEARSED: 'Denne jobben kan ikkje prøvast på førehand. Ingenting er endra.',
      REVIEW_NOT_SETTLED: 'Det er funn utan svar. Svar på alle før du signerer veka. Ingenting er lagra.',
      REVIEW_SIGNED: 'Veka er alt signert.',
      REVIEW_WEEK_RUNNING: 'Veka er ikkje over. Signer ho når ho er slutt.',
      REVEAL_LIMIT: 'Du har vist så mange nummer som er tillate i dag. Nummeret vart ikkje vist.',
      NETWORK: 'Ingen kontakt med tenaren. Sjekk nettet og prøv igjen. Vi veit ikkje om endringa vart lagra.',
      INTERNAL: 'Noko gjekk gale hos oss. Prøv igjen om litt. Hjelper det ikkje, oppgje feilkoden.',
      SIGN_IN_FAILED:
        'E-post eller passord er feil. Prøv igjen, eller be administratoren om eit nytt passord.',
      NOTHING_WAITS: 'Ingenting ventar på ei sending. Ingenting er laga.',
      STEP_UP_REQUIRED: 'Du må stadfeste at det er deg før dette kan gjerast. Ingenting er endra.',
      PASSWORD_CHANGE_REQUIRED: 'Eingongspassordet må bytast før du kjem inn.',
      GRANT_PENDING: 'Roller for denne brukaren ventar alt på godkjenning. Trekk forslaget tilbake først.',
      GRANT_DECIDED: 'Forslaget er alt avgjort. Last sida på nytt.',
      SETTING_DECIDED: 'Endringa er alt avgjord, eller ho har byrja å gjelde. Last sida på nytt.',
      SETTING_TOO_LATE: 'Dagen endringa skulle gjelde frå, er komen. Foreslå ho på nytt med ein seinare dag.',
      SETTING_DATE_TAKEN:
        'Det finst alt ei endring av denne regelen frå same dag. Trekk ho tilbake først, eller vel ein annan dag.',
      NO_SECRETS: 'Denne klienten provar kven han er med ein nøkkel, og har ingen løyndom.',
      NO_PASSWORDS: 'Her loggar alle inn utan passord. Ingenting er endra.',
      SIGN_IN_THROTTLED: 'For mange forsøk på kort tid. Vent nokre minutt og prøv igjen.',
      SEARCH_TOO_SHORT: 'Skriv minst to teikn, eller eit heilt nummer.',
      SEARCH_LIMIT:
        'Du har søkt på så mange fødselsnummer som er tillate no. Vent ein time, eller søk på saksnummer.',
      NATIONAL_ID: 'Fødselsnummeret er ikkje gyldig. Sjekk sifra. Ingenting vart slått opp.',
      ORG_NUMBER: 'Organisasjonsnummeret er ikkje gyldig. Sjekk sifra.',
      REOPEN_REFUSED: 'Saka kan ikkje opnast att no. Ingenting er endra.',
      UNDO_TOO_LATE: 'Det er for seint å angre. E-posten er send.',
      UNDO_ALREADY: 'Avgjerda er alt angra.',
      UNDO_NEW_IMAGES:
        'Det har kome nye bilete etter avgjerda, så ho kan ikkje angrast. Sjå på dei nye bileta.',
      NOT_HANDED_OVER: 'Saka vart ikkje gjeven vidare. Ingenting er endra.',
      BODY_TOO_LARGE: 'Det du sende, er for stort. Ingenting er lagra.',
      RATE_LIMITED:
        'Det vart bede om svært mykje på kort tid. Vent %{seconds} s og prøv igjen. Ingenting er endra.',
      COST_LIMIT:
        'Dette er for mykje å hente på éin gong. Vel færre rader eller eit smalare utval. Ingenting er endra.',
      DOCUMENT_TOO_COMPLEX:
        'Dette er for mykje å hente på éin gong. Vel eit smalare utval. Ingenting er endra.',
      DOCUMENT_UNKNOWN:
        'Denne sida er frå ei anna utgåve enn tenaren. Last sida på nytt og prøv igjen. Ingenting er endra.',
      FOREIGN_ORIGIN: 'Førespurnaden kom frå ein annan nettstad og vart stansa. Ingenting er endra.',
      TWO_CALLERS:
        'Førespurnaden hadde to innloggingar og vart stansa. Logg inn på nytt. Ingenting er endra.',
    },
    field: {
      SCOPE_NOT_OF_KIND: 'Retten høyrer ikkje til dette slaget',
      FIRM_NOT_OF_KIND: 'Berre eit fagsystem har ei verksemd',
      KEYS_UNREADABLE: 'Lim inn éin til fem offentlege nøklar som JSON (JWK)',
      KEY_IS_PRIVATE: 'Dette er ein privat nøkkel. Lag ein ny, og lim inn berre den offentlege delen',
      KEY_TOO_SHORT: 'RSA-nøkkelen må ha minst 2048 bit',
      URL_UNREADABLE: 'Skriv heile adressa, utan brukarnamn',
      URL_NOT_HTTPS: 'Adressa må byrje med https',
      REQUIRED: 'Må fyllast ut',
      TOO_SHORT: 'Skriv litt meir',
      TEXT_TOO_LONG: 'Er for lang',
      TOO_MANY: 'Vel høgst 200',
      SEVERAL_FIRMS: 'Vel fakturaer til éi verksemd',
      OUT_OF_RANGE: 'Utanfor det som er tillate',
      NUMBER_EXPECTED: 'Skriv eit tal',
      CODES_EXPECTED: 'Skriv kodar med komma mellom',
      NOT_FOUND: 'Finst ikkje',
      TAKEN: 'Er alt i bruk',
      UNKNOWN: 'Er ikkje rett',
      NOT_POSSIBLE: 'Kan ikkje veljast',
      DATE_IN_PAST: 'Datoen har vore',
      NAMED_TWICE: 'Denne personen er nemnd to gonger',
      TOO_MANY_WORKERS: 'Nemn høgst 20 personar',
      ONLY_EMPLOYEES_WORK:
        'Personar blir nemnde når verksemda ikkje har tilsette, eller er ENK, DA eller ANS',
      FEWER_THAN_NAMED: 'Det er nemnt fleire personar enn dette',
      CARDS_MISSING: 'Nokon som skal ha kort, har ikkje gyldig kort enno',
      REGISTER_SILENT: 'Einingsregisteret svarar ikkje. Prøv igjen om litt',
      TOO_MUCH: 'Meir enn det som er att',
      DATE_NOT_LATER: 'Vel ein seinare dato',
      DATE_TOO_FAR: 'Datoen er for langt fram',
      SAME_CASE: 'Dette er saka du er i',
      ALREADY_LINKED: 'Sakene er alt kopla',
      DECLARED_ALREADY: 'Dette har du alt oppgitt',
      COLLEAGUE_UNKNOWN: 'Kollegaen finst ikkje',
      COLLEAGUE_BARRED: 'Kollegaen er inhabil i saka',
      COLLEAGUE_NO_RIGHT: 'Kollegaen har ikkje tilgang til slike saker',
      PASSWORD_TOO_SHORT: 'Bruk minst 12 teikn',
      PASSWORD_TOO_LONG: 'Bruk høgst 200 teikn',
      PASSWORD_SAME: 'Vel eit anna enn det gamle',
      PASSWORD_GUESSABLE: 'Er lett å gjette. Vel eit anna.',
      REASON_TOO_SHORT: 'Skriv litt meir om kvifor',
      INVALID: 'Er ikkje rett',
    },
    forbiddenTitle: 'Ingen tilgang',
    notFoundTitle: 'Sida finst ikkje',
    notFoundText: 'Adressa er feil, eller du har ikkje tilgang. Gå til Min dag eller søk etter saka.',
    toMyDay: 'Til Min dag',
  },
  {
    title: 'That did not work',
    retry: 'Try again',
    requestId: 'Error code %{id}',
    code: {
      PAYMENT_FILE_SIZE: 'The file is too big. Nothing was imported.',
      PAYMENT_FILE_UNREADABLE: 'The file cannot be used (line %{line}: %{fault}). Nothing was imported.',
      DOCUMENT_SIZE:
        'The file is too large. It may be at most %{megabytes} MB. Scan at a lower resolution, or split it. Nothing has been saved.',
      DOCUMENT_FORMAT: 'The file is neither a PDF, a JPEG nor a PNG. Nothing has been saved.',
      DOCUMENT_CORRUPT:
        'The file is damaged or not whole, and cannot be opened. Scan it again. Nothing has been saved.',
      DOCUMENT_ENCRYPTED:
        'The PDF is locked with a password. Save it without one, or print and scan it. Nothing has been saved.',
      DOCUMENT_ACTIVE:
        'The PDF contains a program, a form that sends data, or something that starts by itself. Print it to PDF or scan it. Nothing has been saved.',
      DOCUMENT_EMBEDDED:
        'The PDF carries other files inside it. Add the files one by one, or print the PDF to PDF. Nothing has been saved.',
      DOCUMENT_TOO_MANY_PAGES: 'The PDF has more than 300 pages. Split it. Nothing has been saved.',
      DOCUMENT_TOO_MANY_PIXELS:
        'The picture has too many pixels. Scan at a lower resolution. Nothing has been saved.',
      DOCUMENT_DUPLICATE: 'Exactly this file is in the case already. It has not been added again.',
      DOCUMENT_DAMAGED:
        'The file is no longer as it was stored, and is not shown. Tell operations, with the error code. Nobody is marked as a reader.',
      FILE_INFECTED: 'The virus scanner stopped the file. Nothing has been saved.',
      SCAN_UNAVAILABLE: 'The virus scanner does not answer. Try again in a while. Nothing has been saved.',
      SERVER_BUSY: 'Many files are being handled. Try again in a while. Nothing has been saved.',
      CALLER_LIMIT:
        'Too many attempts in the last hour. Refer the caller to the population register. Nothing was looked up.',
      CALL_NOT_VERIFIED:
        'Blocking by phone needs a caller who has been checked first, in a call about this card. Nothing was changed.',
      ORDERER_NOT_ALLOWED:
        'The orderer has neither a role nor a delegation that covers the unit today. Nothing was ordered.',
      UNAUTHENTICATED: 'You are signed out. Sign in again to go on. Your drafts are kept.',
      TOO_MANY_REQUESTS:
        'Too many attempts in a short time. Wait a minute and try again. Nothing was changed.',
      FORBIDDEN: 'You do not have access to this. Nothing was changed.',
      NOT_FOUND: 'This does not exist, or you do not have access to it.',
      VALIDATION_FAILED:
        'Something is not filled in correctly. Correct the marked fields. Nothing is saved yet.',
      IDEMPOTENCY_KEY_REQUIRED: 'The action could not be sent. Reload the page and try again.',
      IDEMPOTENCY_MISMATCH: 'This was already sent with other content. Reload the page and try again.',
      ONE_MUTATION_PER_REQUEST: 'The action could not be sent. Reload the page and try again.',
      STALE:
        'Someone else changed the case after you opened it. Nothing was overwritten, and your text is still here.',
      RESERVATION_LOST:
        'Your reservation expired. Nothing was sent. Your text is saved as a draft. Take the case again to go on.',
      RESERVED_BY_OTHER: 'A colleague has the case now. Nothing was changed. You can read and write notes.',
      NOT_RESERVED: 'Take the case before you change it. Nothing was changed.',
      BARRED: 'You are barred from this case (fvl. § 6). Nothing was changed. A colleague must take it.',
      BARRED_BY_TIE:
        'The colleague has declared a tie. The bar is lifted when that ends. Nothing was changed.',
      CASE_TAKES_NO_MAIL:
        'The application is about a person. Such cases take no e-mail: choose “Wrong channel”.',
      ACTION_NOT_AVAILABLE: 'This cannot be done with the case as it is now. Nothing was changed.',
      REISSUE_REFUSED:
        'None of the invoices can be issued again. The reason stands beside each. Nothing is changed.',
      REISSUE_CHANGED:
        'Something has changed since you saw it. Look at the amounts again. Nothing is credited.',
      REISSUE_SETTLED: 'The proposal is settled already. Nothing is credited once more.',
      BOOKS_CLOSED: 'The books are closed for that day. Nothing was posted.',
      SELLER_UNKNOWN: 'It is not given who issues the invoices. An administrator does that under Rules.',
      NOTHING_MISSING: 'Nothing is missing. No letter was sent.',
      APPEAL_LATE: 'The appeal came too late. Dismiss it, or let it in with reasons.',
      ANSWER_CHANGED: 'The answer is no longer what you saw. Read it again, and send again. Nothing is sent.',
      PROPOSAL_CHANGED:
        'The letter is no longer the one you saw. Read it again and approve anew. Nothing was saved.',
      PROPOSAL_SETTLED: 'The proposal has been settled or has fallen. Nothing was saved.',
      NOT_ALL_SEEN: 'Open every part and document before you approve. Nothing was saved.',
      LETTER_HAS_LEFT: 'The letter has been sent or printed and cannot be stopped.',
      LETTER_NOT_READY:
        'The letter lacks something the law demands and cannot be sent. See the letter check. Nothing was changed.',
      CONDITIONS_NOT_MET:
        'All conditions must be assessed and met before cards may be ordered. Nothing has been changed.',
      CHECKED_TOO_OFTEN:
        'You have asked the registers %{limit} times in %{minutes} minutes. Wait a little before you ask again.',
      DAILY_LIMIT:
        'You have been shown as many persons as one day allows. The page is not shown, and your leader sees that the limit is reached. Ask for help if you need more.',
      JOB_NOT_REHEARSED: 'This job cannot be tried beforehand. Nothing has changed.',
      REVIEW_NOT_SETTLED:
        'Some findings have no answer. Answer all before you sign the week. Nothing was saved.',
      REVIEW_SIGNED: 'The week is signed already.',
      REVIEW_WEEK_RUNNING: 'The week is not over. Sign it when it has ended.',
      REVEAL_LIMIT: 'You have shown as many numbers as allowed today. The number was not shown.',
      NETWORK:
        'No contact with the server. Check the network and try again. We do not know whether the change was saved.',
      INTERNAL:
        'Something went wrong on our side. Try again shortly. If it does not help, give the error code.',
      SIGN_IN_FAILED: 'E-mail or password is wrong. Try again, or ask the administrator for a new password.',
      NOTHING_WAITS: 'Nothing waits for a batch. Nothing was made.',
      STEP_UP_REQUIRED: 'You must confirm that it is you before this can be done. Nothing is changed.',
      PASSWORD_CHANGE_REQUIRED: 'The one-time password must be changed before you come in.',
      GRANT_PENDING: 'Roles for this user are waiting for approval already. Withdraw the proposal first.',
      GRANT_DECIDED: 'The proposal is decided already. Load the page again.',
      SETTING_DECIDED: 'The change has been decided already, or it has begun. Load the page again.',
      SETTING_TOO_LATE: 'The day the change was to hold from has come. Propose it again with a later day.',
      SETTING_DATE_TAKEN:
        'There is a change of this rule from the same day already. Withdraw it first, or choose another day.',
      NO_SECRETS: 'This client proves itself with a key and has no secret.',
      NO_PASSWORDS: 'Everyone signs in without a password here. Nothing is changed.',
      SIGN_IN_THROTTLED: 'Too many attempts in a short time. Wait a few minutes and try again.',
      SEARCH_TOO_SHORT: 'Type at least two characters, or a whole number.',
      SEARCH_LIMIT:
        'You have searched for as many national IDs as allowed now. Wait an hour, or search for the case number.',
      NATIONAL_ID: 'The national ID is not valid. Check the digits. Nothing was looked up.',
      ORG_NUMBER: 'The organisation number is not valid. Check the digits.',
      REOPEN_REFUSED: 'The case cannot be reopened now. Nothing was changed.',
      UNDO_TOO_LATE: 'It is too late to undo. The mail has been sent.',
      UNDO_ALREADY: 'The decision has already been undone.',
      UNDO_NEW_IMAGES:
        'New images have arrived after the decision, so it cannot be undone. Look at the new images.',
      NOT_HANDED_OVER: 'The case was not handed over. Nothing was changed.',
      BODY_TOO_LARGE: 'What you sent is too large. Nothing was saved.',
      RATE_LIMITED:
        'Very much was asked for in a short time. Wait %{seconds} s and try again. Nothing was changed.',
      COST_LIMIT:
        'This is too much to fetch at once. Choose fewer rows or a narrower selection. Nothing was changed.',
      DOCUMENT_TOO_COMPLEX:
        'This is too much to fetch at once. Choose a narrower selection. Nothing was changed.',
      DOCUMENT_UNKNOWN:
        'This page is from another release than the server. Reload the page and try again. Nothing was changed.',
      FOREIGN_ORIGIN: 'The request came from another site and was stopped. Nothing was changed.',
      TWO_CALLERS: 'The request named two sign-ins and was stopped. Sign in again. Nothing was changed.',
    },
    field: {
      SCOPE_NOT_OF_KIND: 'The scope does not belong to this kind',
      FIRM_NOT_OF_KIND: 'Only a system of a firm has a firm',
      KEYS_UNREADABLE: 'Paste one to five public keys as JSON (JWK)',
      KEY_IS_PRIVATE: 'This is a private key. Make a new one and paste only its public part',
      KEY_TOO_SHORT: 'The RSA key needs at least 2048 bits',
      URL_UNREADABLE: 'Write the whole address, without a user name',
      URL_NOT_HTTPS: 'The address must begin with https',
      REQUIRED: 'Must be filled in',
      TOO_SHORT: 'Write a little more',
      TEXT_TOO_LONG: 'Is too long',
      TOO_MANY: 'Choose 200 at most',
      SEVERAL_FIRMS: 'Choose invoices of one firm',
      OUT_OF_RANGE: 'Outside what is allowed',
      NUMBER_EXPECTED: 'Write a number',
      CODES_EXPECTED: 'Write codes with commas between',
      NOT_FOUND: 'Does not exist',
      TAKEN: 'Is already in use',
      UNKNOWN: 'Is not right',
      NOT_POSSIBLE: 'Cannot be chosen',
      DATE_IN_PAST: 'The date is past',
      NAMED_TWICE: 'This person is named twice',
      TOO_MANY_WORKERS: 'Name 20 persons at most',
      ONLY_EMPLOYEES_WORK: 'Persons are named when the firm has no employees, or is an ENK, DA or ANS',
      FEWER_THAN_NAMED: 'More persons are named than this',
      CARDS_MISSING: 'Somebody who needs a card has no valid one yet',
      REGISTER_SILENT: 'Enhetsregisteret does not answer. Try again in a while',
      TOO_MUCH: 'More than what is left',
      DATE_NOT_LATER: 'Choose a later date',
      DATE_TOO_FAR: 'The date is too far ahead',
      SAME_CASE: 'This is the case you are in',
      ALREADY_LINKED: 'The cases are already linked',
      DECLARED_ALREADY: 'You have declared this already',
      COLLEAGUE_UNKNOWN: 'The colleague does not exist',
      COLLEAGUE_BARRED: 'The colleague is barred from the case',
      COLLEAGUE_NO_RIGHT: 'The colleague has no access to such cases',
      PASSWORD_TOO_SHORT: 'Use at least 12 characters',
      PASSWORD_TOO_LONG: 'Use at most 200 characters',
      PASSWORD_SAME: 'Choose another than the old one',
      PASSWORD_GUESSABLE: 'Is easy to guess. Choose another.',
      REASON_TOO_SHORT: 'Write a little more about why',
      INVALID: 'Is not right',
    },
    forbiddenTitle: 'No access',
    notFoundTitle: 'Page not found',
    notFoundText: 'The address is wrong, or you do not have access. Go to My day or search for the case.',
    toMyDay: 'To My day',
  },
);
