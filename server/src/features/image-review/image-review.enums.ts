export const ImageReason = {
  PH_HEADGEAR: 'PH_HEADGEAR',
  PH_EYES: 'PH_EYES',
  PH_EARS: 'PH_EARS',
  PH_GAZE: 'PH_GAZE',
  PH_EXPRESSION: 'PH_EXPRESSION',
  PH_BACKGROUND: 'PH_BACKGROUND',
  PH_LIGHT: 'PH_LIGHT',
  PH_GLASSES: 'PH_GLASSES',
  PH_ANGLE: 'PH_ANGLE',
  PH_REPHOTO: 'PH_REPHOTO',
  PH_LIKENESS: 'PH_LIKENESS',
  PH_QUALITY: 'PH_QUALITY',
  ID_KIND: 'ID_KIND',
  ID_BANKCARD: 'ID_BANKCARD',
  ID_EXPIRY_UNCLEAR: 'ID_EXPIRY_UNCLEAR',
  ID_EXPIRED: 'ID_EXPIRED',
  ID_LICENCE_PRE98: 'ID_LICENCE_PRE98',
  ID_EMERGENCY: 'ID_EMERGENCY',
  ID_UNREADABLE: 'ID_UNREADABLE',
  ID_PERSON_MISMATCH: 'ID_PERSON_MISMATCH',
  PH_ID_MISMATCH: 'PH_ID_MISMATCH',
  FILE_FORMAT: 'FILE_FORMAT',
  FILE_SIZE: 'FILE_SIZE',
  PART_MISSING: 'PART_MISSING',
  STOP_FORGED_ID: 'STOP_FORGED_ID',
  STOP_FALSE_IDENTITY: 'STOP_FALSE_IDENTITY',
  STOP_PERSON_DECEASED: 'STOP_PERSON_DECEASED',
} as const;
export type ImageReason = (typeof ImageReason)[keyof typeof ImageReason];

export const ImagePart = {
  PHOTO: 'PHOTO',
  ID: 'ID',
  BOTH: 'BOTH',
} as const;
export type ImagePart = (typeof ImagePart)[keyof typeof ImagePart];

export const ImageSubmissionStatus = {
  AWAITING_REVIEW: 'AWAITING_REVIEW',
  APPROVED: 'APPROVED',
  REJECTED: 'REJECTED',
  STOPPED: 'STOPPED',
} as const;
export type ImageSubmissionStatus = (typeof ImageSubmissionStatus)[keyof typeof ImageSubmissionStatus];

export const ImageRequirement = {
  AWAITING_UPLOAD: 'AWAITING_UPLOAD',
  AWAITING_REVIEW: 'AWAITING_REVIEW',
  MET: 'MET',
  REJECTED: 'REJECTED',
  STOPPED: 'STOPPED',
} as const;
export type ImageRequirement = (typeof ImageRequirement)[keyof typeof ImageRequirement];

export const SubmissionChannel = {
  LINK: 'LINK',
  LETTER: 'LETTER',
} as const;
export type SubmissionChannel = (typeof SubmissionChannel)[keyof typeof SubmissionChannel];

export const FindingLevel = {
  REMARK: 'REMARK',
  CLEAR: 'CLEAR',
  HUMAN: 'HUMAN',
} as const;
export type FindingLevel = (typeof FindingLevel)[keyof typeof FindingLevel];
