/** Where images lie, for the server, the seeds and the tests alike. */
import { join } from 'node:path';
import type { Keys } from '../../platform/crypto/keys.ts';
import { createSealedStorage, type SealedStorage } from '../../platform/storage/sealed-storage.ts';
import { createFilesystemStorage } from '../../platform/storage/storage.filesystem.ts';

export const imageStorage = (dataDir: string, keys: Keys): SealedStorage =>
  createSealedStorage({ storage: createFilesystemStorage(join(dataDir, 'files')), keys });
