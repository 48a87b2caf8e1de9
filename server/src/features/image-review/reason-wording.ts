import type { ImageReason } from './image-review.enums.ts';

/** What a reason says to the orderer: what is wrong, and exactly what to do about it. */
export interface ReasonWording {
  label: string;
  remedy: string;
}

export type ReasonWordings = Readonly<Record<ImageReason, ReasonWording>>;
