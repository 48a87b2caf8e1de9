/** Runs in a process of its own: puts letters on paper one after the other. */
import type { LetterContent } from './letter-content.rules.ts';
import { renderLetterPdf } from './letter-pdf.ts';

export interface PressJob {
  readonly content: LetterContent;
}

export interface PrintedLetter {
  readonly bytes: Uint8Array;
}

process.on('disconnect', () => process.exit());
process.on('message', ({ content }: PressJob) => {
  renderLetterPdf(content).then(
    bytes => process.send?.({ result: { bytes } satisfies PrintedLetter }),
    // What went wrong may quote the letter, and is nobody's business.
    () => process.send?.({ result: null }),
  );
});
