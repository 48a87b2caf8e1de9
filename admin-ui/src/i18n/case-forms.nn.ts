import type { caseFormsNb } from './case-forms.nb.ts';
import type { SameKeys } from './define-messages.ts';

export const caseFormsNn: SameKeys<typeof caseFormsNb> = {
  hold: {
    title: 'Set %{number} på vent',
    text: 'Klokka står så lenge. Saka vaknar av seg sjølv den dagen du vel, eller når det kjem ny post.',
    until: 'På vent til',
    untilHelp: 'Vel ein dag etter i dag',
  },
  release: { title: 'Frigje %{number}', text: 'Saka går attende i køen, og alle kan ta ho.' },
  skip: { title: 'Hopp over %{number}', text: 'Saka går attende i køen. Du får ho ikkje igjen i dag.' },
  handOver: {
    title: 'Gje %{number} vidare',
    text: 'Kollegaen får saka med ein gong. Utkasta dine blir liggjande under namnet ditt.',
    to: 'Til',
  },
  close: {
    title: 'Avslutt %{number}',
    text: 'Saka blir lukka. Ho kan opnast att av ein med rett til det.',
    confirm: 'Avslutt saka',
  },
  reopen: {
    title: 'Opne %{number} på nytt',
    text: {
      IMAGE_REVIEW: 'Avgjerda blir teken attende, og bileta går til kontroll igjen.',
      INQUIRY: 'Saka går attende i køen.',
      TIP_INVALID_CARD: 'Saka går attende i køen.',
      EXCEPTION: 'Vedtaket står til eit nytt er gjort. Søknaden kan behandlast på nytt.',
      APPROVAL: 'Vedtaket står til eit nytt er gjort. Søknaden kan behandlast på nytt.',
      INVOICE_QUERY: 'Saka går attende i køen.',
    },
    confirm: 'Opne på nytt',
  },
  bar: {
    title: 'Registrer inhabil i %{number}',
    text: 'Den som er inhabil, mistar saka med ein gong og kan ikkje ta ho.',
    who: 'Kven',
    me: '%{name} (deg)',
    confirm: 'Registrer inhabil',
  },
  unbar: {
    label: 'Fjern inhabiliteten til %{name}',
    title: 'Er %{name} ikkje inhabil?',
    text: 'Då kan saka takast igjen. Det står i tidslinja kven som fjerna det og kvifor.',
    why: 'Kvifor',
    confirm: 'Fjern inhabilitet',
  },
  linking: {
    title: 'Kople %{number} til ei anna sak',
    text: 'Koplinga blir vist i begge sakene.',
    number: 'Saksnummer',
    relation: 'Samanheng',
    confirm: 'Kople',
  },
  unlink: {
    label: 'Fjern koplinga til %{number}',
    title: 'Fjern koplinga til %{number}?',
    text: 'Ho blir fjerna i begge sakene. Tidslinjene hugsar ho.',
    confirm: 'Fjern kopling',
  },
  sendLink: {
    title: 'Send ny lenkje',
    text: 'Ein e-post med ny lenkje blir send til %{name} (%{address}). Den gamle lenkja sluttar å verke.',
    confirm: 'Send lenkja',
  },
  revoke: {
    title: 'Trekk attende lenkja?',
    text: 'Den som har lenkja, kan ikkje laste opp med ho lenger. Ingen får melding.',
    confirm: 'Trekk attende',
  },
  pair: {
    title: 'Registrer bilete frå brev',
    text: 'Vel skanna portrett og legitimasjon som JPEG eller PNG, høgst %{megabytes} MB.',
    photo: 'Portrett',
    id: 'Legitimasjon',
    choose: 'Vel %{part}',
    none: 'Inga fil vald',
    missing: 'Vel ei fil',
    headgear: 'Personen har bede om fritak for hovudplagg',
    confirm: 'Registrer bileta',
    lost: 'Opplastinga stoppa. Ingenting er registrert. Prøv igjen.',
    nothingSaved: 'Ingen bilete er registrerte i saka.',
  },
  priorityText: 'Høgare prioritet kjem først når nokon tek neste sak. Fristen blir ikkje endra.',
  promiseText: 'Det kunden er lova. Fristen i saka blir ikkje endra.',
  promiseHelp: 'Lat feltet stå tomt for å ta lovnaden attende',
};
