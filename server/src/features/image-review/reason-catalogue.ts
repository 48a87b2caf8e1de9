/** The reasons an image pair can be turned down for, version 1: which part each may be about, and whether it can be repaired (domain guide section 3 [000]). */
import type { Language } from '../../platform/language.ts';
import { ImagePart, ImageReason } from './image-review.enums.ts';
import { reasonTextsEn } from './reason-texts.en.ts';
import { reasonTextsNb } from './reason-texts.nb.ts';
import { reasonTextsNn } from './reason-texts.nn.ts';
import type { ReasonWording, ReasonWordings } from './reason-wording.ts';

/** Raised whenever a code, its meaning or a text changes, so that an old decision can be read as it was written. */
export const REASON_CATALOGUE_VERSION = 1;

interface ReasonRule {
  /** Parts the reason may be tagged with; the first is the usual one. */
  parts: readonly [ImagePart, ...ImagePart[]];
  /** True when new images cannot cure it: the order item is stopped for good. */
  final: boolean;
}

const photo: ReasonRule = { parts: [ImagePart.PHOTO], final: false };
const id: ReasonRule = { parts: [ImagePart.ID], final: false };
const pair: ReasonRule = { parts: [ImagePart.BOTH], final: false };
const anyPart: ReasonRule = { parts: [ImagePart.BOTH, ImagePart.PHOTO, ImagePart.ID], final: false };

export const REASONS: Readonly<Record<ImageReason, ReasonRule>> = {
  PH_HEADGEAR: photo,
  PH_EYES: photo,
  PH_EARS: photo,
  PH_GAZE: photo,
  PH_EXPRESSION: photo,
  PH_BACKGROUND: photo,
  PH_LIGHT: photo,
  PH_GLASSES: photo,
  PH_ANGLE: photo,
  PH_REPHOTO: photo,
  PH_LIKENESS: photo,
  PH_QUALITY: photo,
  ID_KIND: id,
  ID_BANKCARD: id,
  ID_EXPIRY_UNCLEAR: id,
  ID_EXPIRED: id,
  ID_LICENCE_PRE98: id,
  ID_EMERGENCY: id,
  ID_UNREADABLE: id,
  ID_PERSON_MISMATCH: id,
  PH_ID_MISMATCH: pair,
  FILE_FORMAT: anyPart,
  FILE_SIZE: anyPart,
  PART_MISSING: anyPart,
  STOP_FORGED_ID: { parts: [ImagePart.ID], final: true },
  STOP_FALSE_IDENTITY: { parts: [ImagePart.BOTH], final: true },
  STOP_PERSON_DECEASED: { parts: [ImagePart.BOTH], final: true },
};

const WORDINGS: Readonly<Record<Language, ReasonWordings>> = {
  nb: reasonTextsNb,
  nn: reasonTextsNn,
  en: reasonTextsEn,
};

export function reasonWording(code: ImageReason, language: Language): ReasonWording {
  return WORDINGS[language][code];
}

export interface ReasonText extends ReasonWording {
  code: ImageReason;
  part: ImagePart;
  final: boolean;
  catalogueVersion: number;
}

/** The whole catalogue in one language, in the order of the contract: the GraphQL type `ReasonText`. */
export function reasonTexts(language: Language): ReasonText[] {
  return Object.values(ImageReason).map(code => ({
    code,
    part: REASONS[code].parts[0],
    final: REASONS[code].final,
    ...reasonWording(code, language),
    catalogueVersion: REASON_CATALOGUE_VERSION,
  }));
}
