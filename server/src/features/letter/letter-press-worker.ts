/** Runs in a process of its own: puts letters on paper one after the other. */
import type { LetterContent } from './letter-content.rules.ts';
import { renderLetters } from './letter-pdf.ts';

export interface PressJob {
  readonly letters: readonly LetterContent[];
}

export interface PrintedLetter {
  readonly bytes: Uint8Array;
}

process.on('disconnect', () => process.exit());
process.on('message', ({ letters }: PressJob) => {
  renderLetters(letters).then(
    bytes => process.send?.({ result: { bytes } satisfies PrintedLetter }),
    // What went wrong may quote the letter, and is nobody's business.
    () => process.send?.({ result: null }),
  );
});
