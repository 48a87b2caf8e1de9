/** What the browser can tell of a file before it is sent; the server looks into it. */
export const MOST_MEGABYTES = 20;

export type FileFault = 'noFile' | 'tooLarge' | 'wrongType';

const TYPES: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png'];
export const ACCEPTED = TYPES.join(',');

/** A browser that does not know the type says nothing; then the server decides. */
export function faultOf({ size, type }: Pick<File, 'size' | 'type'>): FileFault | null {
  if (size > MOST_MEGABYTES * 1_000_000) return 'tooLarge';
  return type !== '' && !TYPES.includes(type) ? 'wrongType' : null;
}
