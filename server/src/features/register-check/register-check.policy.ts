/** What the registers said about a person is for those who help with the order, and for the auditor; not for finance. */
export const READ_ANSWER = { resource: 'order', action: 'read:answer' } as const;
export const CHECK_AGAIN = { resource: 'order', action: 'check' } as const;

/** What a reading shows, as the log names it. */
export const ANSWER_TO = ['outcome', 'reason', 'asked', 'answered'] as const;
