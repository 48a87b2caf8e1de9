import type { CaseRow } from '../graphql/fragments.ts';

export type Queue = CaseRow['queue'];

const paths: Record<Queue, string> = {
  IMAGE_REVIEW: 'image-review',
  INQUIRY: 'inquiry',
  TIP_INVALID_CARD: 'card-tips',
};

/** `image-review` in the address for IMAGE_REVIEW. */
export const pathOfQueue = (queue: Queue) => paths[queue];

export function queueOfPath(path: string | undefined): Queue | null {
  const found = Object.entries(paths).find(([, one]) => one === path);
  return found ? (found[0] as Queue) : null;
}
