import { fitsLimits, type SizeLimits } from './sniff.ts';
import type { LocalFile, OpenLink, Part, PartState, ReasonTexts } from './upload.types.ts';

const PARTS: readonly Part[] = ['photo', 'id'];

/** `file` is null for a part that was sent before the page was opened again. */
interface StoredPart {
  result: PartState;
  file: LocalFile | null;
}

export interface PartView {
  stored: StoredPart | null;
  sending: { file: LocalFile; share: number; lost: boolean } | null;
  fault: ReasonTexts | null;
  removalFailed: boolean;
}

type Submission = 'IDLE' | 'SENDING' | 'LOST' | 'INCOMPLETE';

export interface FormState {
  parts: Record<Part, PartView>;
  headgear: boolean;
  submission: Submission;
}

export type FormAction =
  | { type: 'PICKED'; part: Part; file: LocalFile }
  | { type: 'PROGRESS'; part: Part; share: number }
  | { type: 'STORED'; part: Part; file: LocalFile; result: PartState }
  | { type: 'REFUSED'; part: Part; texts: ReasonTexts }
  | { type: 'LOST'; part: Part }
  | { type: 'CANCELLED'; part: Part }
  | { type: 'REMOVED'; part: Part }
  | { type: 'REMOVAL_FAILED'; part: Part }
  | { type: 'HEADGEAR'; value: boolean }
  | { type: 'SUBMISSION'; value: Submission }
  | { type: 'RELOADED'; parts: Record<Part, PartState | null> };

const EMPTY: PartView = { stored: null, sending: null, fault: null, removalFailed: false };

export function initialState(link: OpenLink): FormState {
  return {
    parts: { photo: storedView(link.parts.photo, null), id: storedView(link.parts.id, null) },
    headgear: link.headgear,
    submission: 'IDLE',
  };
}

export function reduce(state: FormState, action: FormAction): FormState {
  switch (action.type) {
    case 'HEADGEAR':
      return { ...state, headgear: action.value };
    case 'SUBMISSION':
      return { ...state, submission: action.value };
    case 'RELOADED':
      return { ...state, submission: 'INCOMPLETE', parts: reloaded(state, action.parts) };
    default: {
      const parts = { ...state.parts, [action.part]: reducePart(state.parts[action.part], action) };
      return { ...state, submission: 'IDLE', parts };
    }
  }
}

type PartAction = Extract<FormAction, { part: Part }>;

function reducePart(view: PartView, action: PartAction): PartView {
  switch (action.type) {
    case 'PICKED':
      return { ...EMPTY, stored: view.stored, sending: { file: action.file, share: 0, lost: false } };
    case 'PROGRESS':
      return view.sending ? { ...view, sending: { ...view.sending, share: action.share } } : view;
    case 'STORED':
      return { ...EMPTY, stored: { result: action.result, file: action.file } };
    case 'REFUSED':
      return { ...EMPTY, stored: view.stored, fault: action.texts };
    case 'LOST':
      return view.sending ? { ...view, sending: { ...view.sending, lost: true } } : view;
    case 'CANCELLED':
      return { ...EMPTY, stored: view.stored };
    case 'REMOVED':
      return EMPTY;
    case 'REMOVAL_FAILED':
      return { ...view, removalFailed: true };
  }
}

function storedView(result: PartState | null, file: LocalFile | null): PartView {
  return result ? { ...EMPTY, stored: { result, file } } : EMPTY;
}

function reloaded(state: FormState, parts: Record<Part, PartState | null>): Record<Part, PartView> {
  const fileOf = (part: Part) => state.parts[part].stored?.file ?? null;
  return { photo: storedView(parts.photo, fileOf('photo')), id: storedView(parts.id, fileOf('id')) };
}

export function missingParts(state: FormState): Part[] {
  return PARTS.filter(part => state.parts[part].stored === null);
}

/** A part on its way, or stuck on its way, must be settled first: otherwise the earlier file would be sent. */
export function unsettledParts(state: FormState): Part[] {
  return PARTS.filter(part => state.parts[part].sending !== null);
}

export function canSubmit(state: FormState): boolean {
  return missingParts(state).length === 0 && unsettledParts(state).length === 0;
}

/** Whether a new file for `part` fits beside what the other part already weighs. */
export function fits(state: FormState, candidate: { part: Part; size: number }, limits: SizeLimits): boolean {
  const other = state.parts[candidate.part === 'photo' ? 'id' : 'photo'];
  const file = other.sending?.file ?? other.stored?.file;
  return fitsLimits(candidate.size, file?.size ?? other.stored?.result.bytes ?? 0, limits);
}

/** Every preview a state still shows; the rest may be let go. */
export function previewUrls(state: FormState): string[] {
  return PARTS.flatMap(part => {
    const { stored, sending } = state.parts[part];
    return [stored?.file?.previewUrl, sending?.file.previewUrl].filter(url => url !== undefined);
  });
}
