/** Lines ready for production, with a photo whose bytes lie sealed in the desk's store, and the jobs that hand them over. */
import { imageStorage } from '../../server/src/features/image-review/image-storage.parts.ts';
import { AnswerLineService } from '../../server/src/features/production/answer-line.service.ts';
import {
  type ProductionJobParts,
  productionJobs,
} from '../../server/src/features/production/production.jobs.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import type { JobDefinition } from '../../server/src/platform/jobs/jobs.ts';
import { createLog } from '../../server/src/platform/log.ts';
import type { Desk } from './desk.ts';
import { createDecision } from './factories.ts';
import { insert } from './insert.ts';
import { makeReady, noonOf, type PlacedLine, placeLine } from './orders.ts';

const keysOf = ({ config }: Pick<Desk, 'config'>) => loadKeys(config.KEYS_FILE, config.dataDir);
export const filesOf = (desk: Pick<Desk, 'config'>) => imageStorage(desk.config.dataDir, keysOf(desk));

interface Given {
  day: string;
  photo?: Buffer;
  undoUntil?: Date;
  personId?: string;
  firm?: PlacedLine['firm'];
}

/** A line whose images were approved on the day. */
export async function readyLine(desk: Desk, given: Given): Promise<PlacedLine> {
  const line = await placeLine(desk, given);
  const fileId = await storePhoto(desk, given.photo ?? Buffer.from('a face'));
  const found = 'select id from desk_case where order_item_id = $1';
  const caseId = (await desk.sql.query(found, [line.itemId])).rows[0].id as string;
  const submissionId = await insert(desk, 'image_submission', {
    ...{ organisation_id: 1, case_id: caseId, order_item_id: line.itemId, attempt: 1, status: 'APPROVED' },
    ...{ channel: 'LINK', photo_file_id: fileId, id_file_id: fileId },
  });
  await createDecision(desk, {
    ...{ caseId, submissionId, decidedBy: desk.staff.agent, outcome: 'APPROVED' as const },
    decidedAt: noonOf(given.day),
    undoUntil: given.undoUntil ?? noonOf(given.day),
  });
  await makeReady(desk, line.itemId, given.day);
  return line;
}

async function storePhoto(desk: Desk, photo: Buffer): Promise<string> {
  const seal = await filesOf(desk).put({ display: photo, thumbnail: photo });
  return insert(desk, 'stored_file', {
    ...{
      organisation_id: 1,
      storage_key: seal.storageKey,
      media_type: 'image/jpeg',
      width: 900,
      height: 1200,
    },
    ...{
      bytes: photo.length,
      original_sha256: Buffer.alloc(32),
      master_key: seal.masterKey,
      data_key: seal.dataKey,
    },
  });
}

export function answersAt(now: Date): AnswerLineService {
  return new AnswerLineService({ clock: { now: () => now }, mailDomain: 'desk.example' });
}

export function productionAt(
  desk: Pick<Desk, 'config'>,
  now: Date,
  more: Partial<ProductionJobParts> = {},
): readonly JobDefinition[] {
  return productionJobs({
    ...{ clock: { now: () => now }, log: createLog('silent'), keys: keysOf(desk), files: filesOf(desk) },
    ...{ publicUrl: desk.config.publicUrl, house: null, answers: answersAt(now) },
    ...more,
  });
}
