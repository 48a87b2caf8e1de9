/** Runs in a process of its own: decodes what strangers sent, with every loader but JPEG and PNG shut off. */
import sharp from 'sharp';
import { processImage } from './image-processing.ts';

export interface ImageJob {
  bytes: Uint8Array;
  part: 'photo' | 'id';
}

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'],
});
sharp.cache(false);
sharp.concurrency(1);

process.on('disconnect', () => process.exit());
process.on('message', (job: ImageJob) => {
  processImage(Buffer.from(job.bytes), job.part).then(
    result => process.send?.({ result }),
    // What exactly the decoder disliked is nobody's business and may quote the file.
    () => process.send?.({ result: null }),
  );
});
