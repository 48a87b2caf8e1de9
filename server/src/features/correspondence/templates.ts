/** The letters of the house: what each must contain, checked when the server starts, and rendered with everything escaped. */
import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { Language } from '../../platform/language.ts';
import {
  EntryMailTemplate,
  FixedMailTemplate,
  ImageMailTemplate,
  ReissueMailTemplate,
} from './mail.enums.ts';
import { blocksAndPlaceholders } from './template-content.ts';

export interface LetterPart {
  readonly heading: string;
  readonly reasons: readonly { readonly label: string; readonly remedy: string }[];
}

/** An invoice that was credited and issued anew. */
export interface ReissuedPart {
  readonly oldNumber: string;
  readonly creditNumber: string;
  readonly newNumber: string;
  readonly kid: string;
  readonly reference: string;
  /** In words. */
  readonly dueOn: string;
  /** «647,50», as people read it. */
  readonly owed: string;
}

/** Everything a letter may say. There is no national ID number here, so no letter can contain one. */
export interface LetterData {
  readonly language: Language;
  readonly subject: string;
  readonly issuer: string;
  readonly caseNumber: string;
  readonly ordererName: string;
  /** The employee's first name. */
  readonly personName: string;
  readonly orderNumber: string;
  readonly orderLine: string;
  readonly parts: readonly LetterPart[];
  /** The reviewer's own words, line by line; none when there are none. */
  readonly comment: readonly string[];
  readonly link: string;
  readonly validUntil: string;
  readonly reissued: readonly ReissuedPart[];
}

/** Letters whose words lie in files; those about orders are made from a catalogue. */
const FiledTemplate = {
  ...ImageMailTemplate,
  ...FixedMailTemplate,
  ...EntryMailTemplate,
  ...ReissueMailTemplate,
} as const;
type FiledTemplate = ImageMailTemplate | FixedMailTemplate | EntryMailTemplate | ReissueMailTemplate;

interface LetterRule {
  /** Fixed phrase; only the case number is added. */
  readonly subject: Readonly<Record<Language, string>>;
  /** Blocks from templates/shared that the letter must contain whoever edits it. */
  readonly locked: readonly string[];
  /** Placeholders both parts must contain, whether themselves or in a locked block. */
  readonly required: readonly (keyof LetterData)[];
}

const ALWAYS = ['ordererName', 'personName', 'orderNumber', 'orderLine', 'issuer', 'caseNumber'] as const;
const REASONED = ['parts', 'comment'] as const;
const LINKED = ['link', 'validUntil'] as const;

export const LETTERS: Readonly<Record<FiledTemplate, LetterRule>> = {
  IMAGES_REJECTED: {
    subject: {
      nb: 'Vi trenger nye bilder til HMS-kortet',
      nn: 'Vi treng nye bilete til HMS-kortet',
      en: 'We need new images for the HSE card',
    },
    locked: ['reasons', 'comment', 'upload', 'signature'],
    required: [...ALWAYS, ...REASONED, ...LINKED],
  },
  IMAGES_STOPPED: {
    subject: {
      nb: 'Bestillingen av HMS-kort er stanset',
      nn: 'Bestillinga av HMS-kort er stansa',
      en: 'The order for an HSE card is stopped',
    },
    locked: ['reasons', 'comment', 'signature'],
    required: [...ALWAYS, ...REASONED],
  },
  UPLOAD_LINK: {
    subject: {
      nb: 'Last opp bilder til HMS-kortet',
      nn: 'Last opp bilete til HMS-kortet',
      en: 'Upload images for the HSE card',
    },
    locked: ['upload', 'signature'],
    required: [...ALWAYS, ...LINKED],
  },
  WRONG_CHANNEL: {
    subject: {
      nb: 'Vi kan ikke behandle e-posten du sendte',
      nn: 'Vi kan ikkje behandle e-posten du sende',
      en: 'We cannot process the e-mail you sent',
    },
    locked: ['channels'],
    required: ['issuer'],
  },
  LETTER_WAITING: {
    subject: {
      nb: 'Du har fått et brev fra Arbeidstilsynet',
      nn: 'Du har fått eit brev frå Arbeidstilsynet',
      en: 'You have a letter from the Labour Inspection Authority',
    },
    locked: [],
    required: ['issuer'],
  },
  EXCEPTION_EXPIRING: {
    subject: {
      nb: 'Unntaket for HMS-kort går snart ut',
      nn: 'Unntaket for HMS-kort går snart ut',
      en: 'The exception for HSE cards will soon expire',
    },
    locked: ['apply', 'signature'],
    required: ['caseNumber', 'issuer', 'validUntil'],
  },
  EXCEPTION_ENDED: {
    subject: {
      nb: 'Unntaket for HMS-kort gjelder ikke lenger',
      nn: 'Unntaket for HMS-kort gjeld ikkje lenger',
      en: 'The exception for HSE cards no longer applies',
    },
    locked: ['apply', 'signature'],
    required: ['caseNumber', 'issuer', 'validUntil'],
  },
  INVOICE_REISSUED: {
    subject: {
      nb: 'Kreditnota og ny faktura for HMS-kort',
      nn: 'Kreditnota og ny faktura for HMS-kort',
      en: 'Credit note and new invoice for HSE cards',
    },
    locked: [],
    required: ['reissued', 'issuer'],
  },
};

/** What may stand in a template besides the letter's own data: fields inside `parts` and `reissued`. */
const INNER = [
  ...['heading', 'reasons', 'label', 'remedy'],
  ...['oldNumber', 'creditNumber', 'newNumber', 'kid', 'reference', 'dueOn', 'owed'],
];
const PLACEHOLDERS: ReadonlySet<string> = new Set<string>([
  ...['language', 'subject', ...ALWAYS, ...REASONED, ...LINKED, 'reissued'],
  ...INNER,
]);
const WORDS = { nb: 'sak', nn: 'sak', en: 'case' } as const;

export function subjectOf(
  template: ImageMailTemplate | EntryMailTemplate,
  language: Language,
  caseNumber: string,
): string {
  return `${LETTERS[template].subject[language]} – ${WORDS[language]} ${caseNumber}`;
}

const FORMATS = ['html', 'text'] as const;
type Format = (typeof FORMATS)[number];
const HOME = new URL('./templates/', import.meta.url);

export type RenderLetter = (
  template: FiledTemplate,
  data: LetterData,
) => { readonly subject: string; readonly html: string; readonly text: string };

/** Loads and compiles every letter. Run `checkTemplates` first. */
export function loadTemplates(home: URL = HOME): RenderLetter {
  const compiled = new Map<string, HandlebarsTemplateDelegate<LetterData>>();
  for (const [template, language, format] of allFiles()) {
    compiled.set(`${template} ${language} ${format}`, compile(home, { template, language, format }));
  }
  return (template, data) => {
    const render = (format: Format) => compiled.get(`${template} ${data.language} ${format}`)?.(data) ?? '';
    return {
      subject: data.subject,
      html: render('html'),
      text: `${render('text')
        .replace(/\n{3,}/g, '\n\n')
        .trim()}\n`,
    };
  };
}

interface File {
  readonly template: FiledTemplate;
  readonly language: Language;
  readonly format: Format;
}

function compile(home: URL, { template, language, format }: File) {
  const engine = Handlebars.create();
  // Plain text has nothing to escape; in HTML everything is.
  const options = { strict: true, knownHelpersOnly: true, noEscape: format === 'text' };
  for (const [name, source] of sharedBlocks(home, language, format)) {
    engine.registerPartial(name, engine.compile(source, options));
  }
  return engine.compile<LetterData>(read(home, `${template}/${language}.${format}.hbs`), options);
}

/** Name → source of the blocks a letter can include: `signature.nb.html.hbs`, or `layout.html.hbs` for all languages. */
function sharedBlocks(home: URL, language: Language, format: Format): Map<string, string> {
  const blocks = new Map<string, string>();
  for (const file of readdirSync(new URL('shared/', home)).sort()) {
    const [name = '', ...rest] = file.replace(/\.hbs$/, '').split('.');
    if (rest.at(-1) !== format || (rest.length === 2 && rest[0] !== language)) continue;
    blocks.set(name, read(home, `shared/${file}`));
  }
  return blocks;
}

/** @throws Error that lists every missing file, missing block, unknown or missing placeholder */
export function checkTemplates(home: URL = HOME): void {
  const faults = allFiles().flatMap(([template, language, format]) => {
    const file = { template, language, format };
    return faultsOf(home, file).map(fault => `${template}/${language}.${format}.hbs: ${fault}`);
  });
  if (faults.length > 0) throw new Error(`Mail templates are wrong. ${faults.join('; ')}`);
}

function faultsOf(home: URL, { template, language, format }: File): string[] {
  const { locked, required } = LETTERS[template];
  try {
    const source = read(home, `${template}/${language}.${format}.hbs`);
    const { blocks, placeholders } = blocksAndPlaceholders(source, sharedBlocks(home, language, format));
    const must = format === 'html' ? [...locked, 'layout'] : locked;
    return [
      ...must.filter(name => !blocks.has(name)).map(name => `the block ${name} is missing`),
      ...required.filter(name => !placeholders.has(name)).map(name => `{{${name}}} is missing`),
      ...[...placeholders].filter(name => !PLACEHOLDERS.has(name)).map(name => `{{${name}}} is unknown`),
    ];
  } catch (error) {
    return [(error as { code?: string }).code === 'ENOENT' ? 'is missing' : (error as Error).message];
  }
}

function allFiles(): [FiledTemplate, Language, Format][] {
  return Object.values(FiledTemplate).flatMap(template =>
    Object.values(Language).flatMap(language =>
      FORMATS.map((format): [FiledTemplate, Language, Format] => [template, language, format]),
    ),
  );
}

function read(home: URL, path: string): string {
  return readFileSync(new URL(path, home), 'utf8');
}
