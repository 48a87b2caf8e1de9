/**
 * Who is seen in the pictures: so many drawn people with a name, a birth date, a portrait and a document. Every case about
 * one of them is about a person of that name and birth date, so that portrait, document and order agree unless a
 * fault says otherwise.
 */
import type { ImagePart, ImageReason } from '../../server/src/features/image-review/image-review.enums.ts';
import type { TaggedReason } from '../../server/src/features/image-review/image-review.rules.ts';
import { REASONS } from '../../server/src/features/image-review/reason-catalogue.ts';
import { expiryFor, type IdKind, kindShown } from '../drawings/documents.ts';
import { type Face, faceFromSeed } from '../drawings/face.ts';
import {
  type Box,
  boxOf,
  ID_FAULT_CODES,
  ID_FAULTS,
  type IdFault,
  PORTRAIT_FAULT_CODES,
  PORTRAIT_FAULTS,
  type PortraitFault,
} from '../drawings/faults.ts';
import { renderId, renderPortrait } from '../drawings/render.ts';
import { type Random, roundAndRound } from '../random.ts';
import { type InventedName, inventName, type Origin } from './names.ts';
import type { PersonFactory } from './persons.ts';

/** One drawing, stored once and seen in several submissions. */
export interface Picture {
  readonly pictureId: number;
  readonly part: Exclude<ImagePart, 'BOTH'>;
  readonly faults: readonly TaggedReason[];
  /** Where in the picture the fault is seen. */
  readonly box: Box | null;
  readonly render: () => Promise<Buffer>;
}

export interface Pair {
  readonly photo: Picture;
  readonly document: Picture;
  readonly faults: readonly TaggedReason[];
}

export interface Identity {
  readonly name: InventedName;
  readonly birthDate: string;
  /** May wear headgear in the portrait; only yes or no is known, never why. */
  readonly headgearExemption: boolean;
  /** Null for those who are only ever seen with a fault. */
  readonly good: Pair | null;
  /** Null for those whose pictures were right the first time. */
  readonly faulty: Pair | null;
}

/** Seen with a fault first and put right later: three drawings each. */
const CORRECTED = 18;
/** Seen with the same fault in every case: two drawings each. */
const FAULTY = 14;
/** Right the first time: two drawings each. */
const GOOD = 8;

const AGES = [
  [19, 33],
  [35, 48],
  [50, 63],
] as const;

const DOCUMENTS: readonly (readonly [IdKind, number])[] = [
  ['passport', 45],
  ['national_id', 20],
  ['driving_licence', 20],
];
/** Documents that only those who have come from elsewhere hold. */
const DOCUMENTS_OF_NEWCOMERS: typeof DOCUMENTS = [
  ...DOCUMENTS,
  ['residence_card', 15],
  ['travel_document', 12],
];

type AnyFault =
  | { part: 'PHOTO'; fault: Exclude<PortraitFault, 'none'> }
  | { part: 'ID'; fault: Exclude<IdFault, 'none'> };

/** Portrait and document faults taken in turn, so that a short list has some of each. */
function faultsInTurn(): AnyFault[] {
  const photo = PORTRAIT_FAULTS.flatMap(fault =>
    fault === 'none' ? [] : [{ part: 'PHOTO' as const, fault }],
  );
  const id = ID_FAULTS.flatMap(fault => (fault === 'none' ? [] : [{ part: 'ID' as const, fault }]));
  return photo.flatMap((fault, at) => {
    const document = id[at];
    return document ? [fault, document] : [fault];
  });
}

const tagged = (codes: readonly ImageReason[]): TaggedReason[] =>
  codes.map(code => ({ code, part: REASONS[code].parts[0] }));

function originFor(random: Random, { skin }: Face): Origin {
  const light = Number.parseInt(skin.base.slice(1, 3), 16);
  if (light < 0xa0) return random.pick(['norwegian', 'somali', 'tigrinya']);
  if (light < 0xe0) return random.pick(['norwegian', 'turkish', 'vietnamese', 'romanian']);
  return random.pick(['norwegian', 'norwegian', 'polish', 'lithuanian', 'ukrainian', 'romanian']);
}

export class IdentityFactory {
  readonly pictures: Picture[] = [];
  readonly identities: Identity[] = [];
  readonly #random: Random;
  readonly #persons: PersonFactory;
  readonly #today: string;

  constructor(random: Random, persons: PersonFactory, today: string) {
    this.#random = random;
    this.#persons = persons;
    this.#today = today;
    const nextFault = roundAndRound(faultsInTurn());
    for (let seed = 0; seed < CORRECTED + FAULTY + GOOD; seed += 1) {
      const wrong = seed < CORRECTED + FAULTY ? nextFault() : null;
      const right = seed < CORRECTED || seed >= CORRECTED + FAULTY;
      this.identities.push(this.#identity(faceFromSeed(seed), wrong, right));
    }
  }

  #identity(face: Face, wrong: AnyFault | null, right: boolean): Identity {
    const sex = face.presentation;
    const origin = originFor(this.#random, face);
    const name = inventName(this.#random, origin, sex);
    const [youngest, oldest] = AGES[face.age];
    const birthDate = this.#persons.birthDate(youngest, oldest);
    const kind = this.#random.weighted(origin === 'norwegian' ? DOCUMENTS : DOCUMENTS_OF_NEWCOMERS);
    const documentNumber = `${this.#random.pick(['L', 'N', 'P', 'F'])}${this.#random.int(1_000_000, 9_999_999)}`;
    const headgearExemption = !wrong && sex === 'woman' && !this.identities.some(it => it.headgearExemption);
    const photo = (fault: PortraitFault) =>
      headgearExemption ? this.#scarf(face) : this.#photo(face, fault);
    const document = (fault: IdFault) =>
      this.#document({ face, name, birthDate, kind, documentNumber, fault });
    const good = right ? pairOf(photo('none'), document('none')) : null;
    const faulty = wrong && faultyPair(wrong, good ?? { photo: null, document: null }, { photo, document });
    return {
      name,
      birthDate,
      headgearExemption,
      good,
      faulty,
    };
  }

  #photo(face: Face, fault: PortraitFault): Picture {
    return this.#keep({
      part: 'PHOTO',
      faults: tagged(PORTRAIT_FAULT_CODES[fault]),
      box: boxOf(fault),
      render: () => renderPortrait(face, fault),
    });
  }

  /** A headscarf worn with an exemption is no fault. */
  #scarf(face: Face): Picture {
    const render = () => renderPortrait({ ...face, headgear: 'headscarf' }, 'headgear');
    return this.#keep({ part: 'PHOTO', faults: [], box: null, render });
  }

  #document(shown: {
    face: Face;
    name: InventedName;
    birthDate: string;
    kind: IdKind;
    documentNumber: string;
    fault: IdFault;
  }): Picture {
    const { fault, face } = shown;
    const drawing = { ...shown, expiresOn: expiryFor(fault, this.#today, face.seed) };
    return this.#keep({
      part: 'ID',
      faults: tagged(ID_FAULT_CODES[fault]),
      box: boxOf(fault, kindShown(drawing)),
      render: () => renderId(drawing),
    });
  }

  #keep(picture: Omit<Picture, 'pictureId'>): Picture {
    const kept = { pictureId: this.pictures.length + 1, ...picture };
    this.pictures.push(kept);
    return kept;
  }
}

const pairOf = (photo: Picture, document: Picture): Pair => ({
  photo,
  document,
  faults: [...photo.faults, ...document.faults],
});

/** One part is wrong; the other is the same as in the good pair, when there is one. */
function faultyPair(
  wrong: AnyFault,
  good: { photo: Picture | null; document: Picture | null },
  draw: { photo: (fault: PortraitFault) => Picture; document: (fault: IdFault) => Picture },
): Pair {
  if (wrong.part === 'PHOTO') return pairOf(draw.photo(wrong.fault), good.document ?? draw.document('none'));
  return pairOf(good.photo ?? draw.photo('none'), draw.document(wrong.fault));
}
