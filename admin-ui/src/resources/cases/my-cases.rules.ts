import type { CaseRow } from '../../graphql/fragments.ts';
import { isOver } from '../../shared/deadline.marks.ts';

/** Ways to look at the cases I have, as the address says them: `?due=overdue`, `?due=today`, `?post=new`, `?status=ON_HOLD`. */
export const myViews = {
  all: '',
  overdue: 'due=overdue',
  today: 'due=today',
  post: 'post=new',
  onHold: 'status=ON_HOLD',
} as const;
export type MyView = keyof typeof myViews;
export const myViewNames = Object.keys(myViews) as MyView[];

export function myViewOf(params: URLSearchParams): MyView {
  return (
    myViewNames.find(view => {
      const [name, value] = myViews[view].split('=');
      return name !== undefined && name !== '' && params.get(name) === value;
    }) ?? 'all'
  );
}

export function isInView(row: CaseRow, view: MyView, today: string): boolean {
  const answers: Record<MyView, boolean> = {
    all: true,
    overdue: isOver(row, today),
    today: row.status !== 'CLOSED' && row.dueOn === today,
    post: row.hasNewPost,
    onHold: row.status === 'ON_HOLD',
  };
  return answers[view];
}
