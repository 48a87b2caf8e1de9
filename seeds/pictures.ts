/** Draws the demo's pictures and stores them as uploads are stored: copied, measured, encrypted. */
import { createHash } from 'node:crypto';
import type { Finding } from '../server/src/features/upload/findings.rules.ts';
import { processImage } from '../server/src/features/upload/image-processing.ts';
import type { SealedStorage } from '../server/src/platform/storage/sealed-storage.ts';
import type { Picture } from './factories/identities.ts';
import type { NewRow } from './rows.ts';

export interface StoredPicture {
  readonly row: NewRow<'stored_file'>;
  readonly findings: readonly Finding[];
}

/** Drawing and copying each keep two threads busy; three at a time leave none idle. */
const AT_ONCE = 3;

/** @returns the pictures by their id. A failure takes away what was stored. */
export async function storePictures(
  files: SealedStorage,
  pictures: readonly Picture[],
  onStored: () => void,
): Promise<Map<number, StoredPicture>> {
  const stored = new Map<number, StoredPicture>();
  const left = pictures.values();
  const work = async (): Promise<void> => {
    for (const picture of left) {
      stored.set(picture.pictureId, await storePicture(files, picture));
      onStored();
    }
  };
  const results = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  const failed = results.find(result => result.status === 'rejected');
  if (!failed) return stored;
  for (const { row } of stored.values()) await files.delete(String(row.storage_key));
  throw failed.reason;
}

async function storePicture(files: SealedStorage, picture: Picture): Promise<StoredPicture> {
  const bytes = await picture.render();
  const image = await processImage(bytes, picture.part === 'PHOTO' ? 'photo' : 'id');
  const { storageKey, masterKey, dataKey } = await files.put(image);
  return {
    row: {
      organisation_id: 1,
      storage_key: storageKey,
      purpose: 'IMAGE',
      media_type: 'image/jpeg',
      width: image.width,
      height: image.height,
      bytes: bytes.length,
      original_sha256: createHash('sha256').update(bytes).digest(),
      master_key: masterKey,
      data_key: dataKey,
    },
    findings: image.findings.map(finding => placed(finding, picture)),
  };
}

/** What was measured and is a true fault of the drawing is marked where it was drawn. */
function placed(finding: Finding, { faults, box, part }: Picture): Finding {
  const drawn = finding.level === 'REMARK' && faults.some(({ code }) => code === finding.reason);
  return drawn && box ? { ...finding, box: { part, ...box } } : finding;
}
