/** What the locked texts of letters are written with: facts already in words, in the language and the form of address of the letter. */
import type { ApplicationRegister } from '../application/application.enums.ts';
import type { LetterKind, LetterPart, LetterSignerRole } from './letter.enums.ts';

/** How the reader is spoken to: one person, or those who run a firm. */
export interface FormOfAddress {
  readonly You: string;
  readonly you: string;
  /** Object form: «deg». */
  readonly thee: string;
  /** «søknaden din». */
  readonly your: string;
}

export interface LetterWords extends FormOfAddress {
  /** «Elvestad Maskin (219 770 561)». */
  readonly firm: string;
  readonly register: string;
  /** The register itself, where the words depend on what kind of firm is approved. */
  readonly about: ApplicationRegister;
  readonly received: string | null;
  readonly from: string | null;
  /** Null in a letter with a start: as long as the role lasts. */
  readonly to: string | null;
  readonly deadline: string | null;
  readonly decided: string | null;
  readonly caseNumber: string;
  /** «a, b og c». */
  readonly legalRefs: string;
  /** One line each, beginning with a dash. */
  readonly missing: string;
  readonly mailAllowed: boolean;
  /** Nobody decided: the registers answered yes. */
  readonly automatic: boolean;
  readonly appealBody: string;
  readonly officePhone: string;
  readonly officeAddress: string;
}

export interface PartText {
  readonly title: string | null;
  readonly text: string;
}
export type WritePart = (words: LetterWords) => PartText;

/** Paragraphs the caseworker fills; only their titles are ours. */
export type FreePart = 'FACTS' | 'GROUNDS';
export type LockedPart = Exclude<LetterPart, FreePart>;

/** All locked texts of one language in one version. */
export interface LetterCatalogue {
  readonly person: FormOfAddress;
  readonly firm: FormOfAddress;
  readonly registers: Readonly<Record<ApplicationRegister, string>>;
  readonly signers: Readonly<Record<LetterSignerRole, string>>;
  readonly and: string;
  readonly headings: Readonly<Record<LetterKind, (words: LetterWords) => string>>;
  readonly freeTitles: Readonly<Record<FreePart, string>>;
  /** The same in every letter that has them. */
  readonly parts: Readonly<Record<Exclude<LockedPart, 'OUTCOME'>, WritePart>>;
  readonly outcomes: Readonly<Record<LetterKind, WritePart>>;
  /** Where a kind of letter says something else than the rest. */
  readonly own: Readonly<Partial<Record<LetterKind, Partial<Record<LockedPart, WritePart>>>>>;
  /** What must be found in the text whoever writes it. */
  readonly marks: LetterMarks;
  /** Around the text on paper. */
  readonly frame: LetterFrame;
}

/** Words without which a paragraph cannot say what the law demands of it. */
export interface LetterMarks {
  readonly appeal: string;
  readonly threeWeeks: string;
  readonly documents: string;
  readonly automatic: string;
}

export interface LetterFrame {
  readonly reference: string;
  /** In the place of the address of a protected person. */
  readonly addressFromRegister: string;
  /** In the place of a signature. */
  readonly automatic: string;
  readonly page: (page: number, of: number) => string;
}

/** What the words of a letter about an approval depend on. @throws RangeError in a register nobody is approved in */
export function kindOfFirm<T>(
  kinds: Readonly<Partial<Record<ApplicationRegister, T>>>,
  { about }: Pick<LetterWords, 'about'>,
): T {
  const kind = kinds[about];
  if (kind === undefined) throw new RangeError(`nobody is approved in ${about}`);
  return kind;
}
