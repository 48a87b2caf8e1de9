export type Language = 'nb' | 'nn' | 'en';
export type Part = 'photo' | 'id';
export type DeadState = 'EXPIRED' | 'USED' | 'REVOKED' | 'UNKNOWN';

export interface ReasonText {
  label: string;
  remedy: string;
}
export type ReasonTexts = Record<Language, ReasonText>;

export interface Remark {
  code: string;
  texts: ReasonTexts;
}

/** What the server tells about a part it has stored; the picture itself can never be read back. */
export interface PartState {
  width: number;
  height: number;
  bytes: number;
  remarks: Remark[];
}

export interface PreviousAttempt {
  reasons: (Remark & { part: string })[];
  comment: string | null;
}

export interface OpenLink {
  state: 'OPEN';
  firmName: string;
  personFirstName: string;
  language: Language;
  expiresAt: string;
  attempt: number;
  maxBytesTotal: number;
  maxBytesPerFile: number | null;
  headgear: boolean;
  previous: PreviousAttempt | null;
  parts: Record<Part, PartState | null>;
}

/** A file the person has chosen, with a preview that never leaves the device. */
export interface LocalFile {
  blob: Blob;
  name: string;
  size: number;
  type: ImageType;
  previewUrl: string;
}

export type ImageType = 'image/jpeg' | 'image/png';
