const names = { '-1': 'low', '0': 'normal', '1': 'high', '2': 'urgent' } as const;
export type PriorityName = (typeof names)[keyof typeof names];

export const priorities = [2, 1, 0, -1] as const;

/** A number the server sorts by, under the name people use; unknown ones count as normal. */
export const priorityName = (priority: number | string): PriorityName =>
  names[String(priority) as keyof typeof names] ?? 'normal';
