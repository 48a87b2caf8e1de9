import type { CaseRow } from '../graphql/fragments.ts';
import { useMay } from '../session.ts';

export type Queue = CaseRow['queue'];

const paths: Record<Queue, string> = {
  IMAGE_REVIEW: 'image-review',
  INQUIRY: 'inquiry',
  TIP_INVALID_CARD: 'card-tips',
  EXCEPTION: 'exceptions',
  APPROVAL: 'approvals',
  INVOICE_QUERY: 'invoice-queries',
  PROTECTED: 'protected',
};

/** `image-review` in the address for IMAGE_REVIEW. */
export const pathOfQueue = (queue: Queue) => paths[queue];

export function queueOfPath(path: string | undefined): Queue | null {
  const found = Object.entries(paths).find(([, one]) => one === path);
  return found ? (found[0] as Queue) : null;
}

/** Where this person reviews images: those who look after protected persons see no other images. */
export function useImageQueue(): Queue {
  return useMay()('protected-person', 'read') ? 'PROTECTED' : 'IMAGE_REVIEW';
}
