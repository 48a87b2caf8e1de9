/** What stands in a mail to a member of staff about her own account: the kind of device, the time, and the way to the desk. No name and nothing of a case. */
import type { Language } from '../../platform/language.ts';
import { timeInWords } from './letter.rules.ts';

export type StaffNoticeKind = 'NEW_DEVICE' | 'PASSWORD_CHANGED' | 'PASSWORD_RESET';

export interface NoticeFacts {
  readonly kind: StaffNoticeKind;
  readonly language: Language;
  readonly device: string | null;
  readonly at: Date;
}

interface Words {
  readonly subject: string;
  /** One sentence; the device is none of the sender's words. */
  readonly what: (when: string, device: string) => string;
  readonly advice: string;
}

const UNKNOWN = { nb: 'ukjent enhet', nn: 'ukjend eining', en: 'unknown device' } as const;
const FOOT = {
  nb: 'Meldingen er sendt automatisk og kan ikke besvares. Vi ber aldri om passord i e-post.',
  nn: 'Meldinga er send automatisk og kan ikkje svarast på. Vi ber aldri om passord i e-post.',
  en: 'This message is sent automatically and cannot be answered. We never ask for passwords by e-mail.',
} as const;
const ENDING = {
  nb: 'Var det ikke deg? Åpne «Mine økter» i menyen øverst til høyre, logg ut overalt, og si fra til administratoren.',
  nn: 'Var det ikkje deg? Opne «Mine økter» i menyen øvst til høgre, logg ut overalt, og sei frå til administratoren.',
  en: 'Was it not you? Open “My sessions” in the menu at the top right, sign out everywhere, and tell the administrator.',
} as const;
const TELL = {
  nb: 'Var det ikke deg? Si fra til administratoren med en gang.',
  nn: 'Var det ikkje deg? Sei frå til administratoren med ein gong.',
  en: 'Was it not you? Tell the administrator at once.',
} as const;

const TEXTS: Readonly<Record<StaffNoticeKind, Readonly<Record<Language, Words>>>> = {
  NEW_DEVICE: {
    nb: {
      subject: 'HMS-kort Desk: innlogging fra en ny enhet',
      what: (when, device) =>
        `Du logget inn ${when} fra en enhet vi ikke har sett på brukeren din før: ${device}.`,
      advice: ENDING.nb,
    },
    nn: {
      subject: 'HMS-kort Desk: innlogging frå ei ny eining',
      what: (when, device) =>
        `Du logga inn ${when} frå ei eining vi ikkje har sett på brukaren din før: ${device}.`,
      advice: ENDING.nn,
    },
    en: {
      subject: 'HMS-kort Desk: sign-in from a new device',
      what: (when, device) =>
        `You signed in on ${when} from a device not seen on your account before: ${device}.`,
      advice: ENDING.en,
    },
  },
  PASSWORD_CHANGED: {
    nb: {
      subject: 'HMS-kort Desk: passordet er byttet',
      what: when => `Passordet ditt ble byttet ${when}. Du er logget ut på alle andre enheter.`,
      advice: TELL.nb,
    },
    nn: {
      subject: 'HMS-kort Desk: passordet er bytt',
      what: when => `Passordet ditt vart bytt ${when}. Du er logga ut på alle andre einingar.`,
      advice: TELL.nn,
    },
    en: {
      subject: 'HMS-kort Desk: the password is changed',
      what: when => `Your password was changed on ${when}. You are signed out on every other device.`,
      advice: TELL.en,
    },
  },
  PASSWORD_RESET: {
    nb: {
      subject: 'HMS-kort Desk: du har fått et engangspassord',
      what: when =>
        `Administratoren ga deg et engangspassord ${when}. Du får det av administratoren selv, aldri i e-post.`,
      advice: 'Har du ikke bedt om det? Si fra til administratoren med en gang.',
    },
    nn: {
      subject: 'HMS-kort Desk: du har fått eit eingongspassord',
      what: when =>
        `Administratoren gav deg eit eingongspassord ${when}. Du får det av administratoren sjølv, aldri i e-post.`,
      advice: 'Har du ikkje bede om det? Sei frå til administratoren med ein gong.',
    },
    en: {
      subject: 'HMS-kort Desk: you have a one-time password',
      what: when =>
        `The administrator gave you a one-time password on ${when}. The administrator gives it to you, never by e-mail.`,
      advice: 'Did you not ask for it? Tell the administrator at once.',
    },
  },
};

const BROWSERS = { Edg: 'Edge', Firefox: 'Firefox', Chrome: 'Chrome', Safari: 'Safari' };
const SYSTEMS = {
  iPhone: 'iOS',
  iPad: 'iOS',
  Android: 'Android',
  Windows: 'Windows',
  'Mac OS X': 'macOS',
  Linux: 'Linux',
};

/** `Chrome, Linux` and never the browser's own words, which may be anything; as the console shows it. */
export function deviceWords(userAgent: string | null): string | null {
  const nameIn = (list: Readonly<Record<string, string>>) =>
    Object.entries(list).find(([word]) => userAgent?.includes(word))?.[1];
  return [nameIn(BROWSERS), nameIn(SYSTEMS)].filter(Boolean).join(', ') || null;
}

export function noticeLetter({ kind, language, device, at }: NoticeFacts, publicUrl: string) {
  const { subject, what, advice } = TEXTS[kind][language];
  const facts = what(timeInWords(at, language), deviceWords(device) ?? UNKNOWN[language]);
  const lines = [facts, advice, publicUrl, FOOT[language]];
  const html = [
    `<p>${facts}</p>`,
    `<p>${advice}</p>`,
    `<p><a href="${publicUrl}">HMS-kort Desk</a></p>`,
    `<p>${FOOT[language]}</p>`,
  ];
  const page = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${subject}</title></head>`;
  const body = `<body style="font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;">${html.join('\n')}</body></html>`;
  return { language, subject, text: `${lines.join('\n\n')}\n`, html: page + body };
}
