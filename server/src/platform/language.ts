export const Language = { nb: 'nb', nn: 'nn', en: 'en' } as const;
export type Language = (typeof Language)[keyof typeof Language];
