import type { CaseRow } from '../graphql/fragments.ts';

export type Queue = CaseRow['queue'];

const paths: Record<Queue, string> = { IMAGE_REVIEW: 'image-review', INQUIRY: 'inquiry' };

/** `image-review` in the address for IMAGE_REVIEW. */
export const pathOfQueue = (queue: Queue) => paths[queue];

export function queueOfPath(path: string | undefined): Queue | null {
  if (path === paths.IMAGE_REVIEW) return 'IMAGE_REVIEW';
  if (path === paths.INQUIRY) return 'INQUIRY';
  return null;
}
