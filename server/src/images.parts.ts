/** Wires images: storage, workers, upload page, review, files. */
import type { Express } from 'express';
import type { Config } from './config.ts';
import { CaseDetailReadModel } from './features/case/case-detail.readmodel.ts';
import { FileReadModel } from './features/image-review/file.readmodel.ts';
import { fileRoutes } from './features/image-review/files.routes.ts';
import { ImageBenchReadModel } from './features/image-review/image-bench.readmodel.ts';
import { ImageReviewResolver } from './features/image-review/image-review.resolver.ts';
import { ImageReviewService } from './features/image-review/image-review.service.ts';
import { imageStorage } from './features/image-review/image-storage.parts.ts';
import { UndoService } from './features/image-review/undo.service.ts';
import { UploadAccessService } from './features/image-review/upload-access.service.ts';
import { createImageWorkers, type ImageWorkers } from './features/upload/image-workers.ts';
import { SubmissionService } from './features/upload/submission.service.ts';
import { UploadJobs } from './features/upload/upload.jobs.ts';
import { UploadReadModel } from './features/upload/upload.readmodel.ts';
import { uploadRoutes } from './features/upload/upload.routes.ts';
import { UploadService } from './features/upload/upload.service.ts';
import { type RefusalCode, refusalTexts, type UploadNumbers } from './features/upload/upload-texts.ts';
import type { Access } from './platform/access/access.ts';
import type { Clock } from './platform/clock.ts';
import type { Keys } from './platform/crypto/keys.ts';
import type { ContextMaker } from './platform/http/request-context.ts';
import type { JobDefinition } from './platform/jobs/jobs.ts';
import type { Language } from './platform/language.ts';
import type { Log } from './platform/log.ts';
import { measureRoutes } from './platform/operation/measure.ts';
import type { Metrics } from './platform/operation/metrics.ts';
import { createClamdScanner } from './platform/scan/virus-scanner.clamd.ts';
import type { SealedStorage } from './platform/storage/sealed-storage.ts';

export interface ImageWiring {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Config;
  readonly keys: Keys;
  readonly log: Log;
  readonly metrics: Metrics;
}

export function wireImages(wiring: ImageWiring) {
  const { config, keys } = wiring;
  const files = imageStorage(config.dataDir, keys);
  const workers = createImageWorkers();
  return {
    instances: reviewInstances(wiring),
    jobs: new UploadJobs({ ...wiring, files, mailDomain: mailDomainOf(config) })
      .definitions as readonly JobDefinition[],
    mount: (http: Express, contexts: ContextMaker) => mountRoutes(http, wiring, { files, workers, contexts }),
    close: () => workers.close(),
  };
}

const mailDomainOf = ({ MAIL_FROM }: Config) => MAIL_FROM.split('@')[1] ?? 'localhost';

function reviewInstances({ access, clock, config, keys }: ImageWiring): object[] {
  const details = new CaseDetailReadModel({ access, clock });
  const gate = { access, clock, keys, reservationMinutes: config.RESERVATION_MINUTES };
  const mailDomain = mailDomainOf(config);
  return [
    new ImageReviewResolver({
      benches: new ImageBenchReadModel({ access, clock, details }),
      details,
      reviews: new ImageReviewService({ ...gate, mailDomain, undoSeconds: config.MAIL_UNDO_SECONDS }),
      undos: new UndoService(gate),
      uploads: new UploadAccessService({ ...gate, mailDomain }),
    }),
  ];
}

interface MountParts {
  readonly files: SealedStorage;
  readonly workers: ImageWorkers;
  readonly contexts: ContextMaker;
}

const refusalTextOf = (numbers: UploadNumbers) => (code: RefusalCode, language: Language) => {
  const { label, remedy } = refusalTexts(code, numbers)[language];
  return `${label}. ${remedy}`;
};

/** @returns what takes images in, for other doors */
function mountRoutes(
  http: Express,
  { access, clock, config, log, metrics }: ImageWiring,
  { files, workers, contexts }: MountParts,
) {
  const numbers: UploadNumbers = {
    maxBytes: config.UPLOAD_MAX_BYTES,
    limit: config.UPLOAD_LIMIT,
    minSide: config.UPLOAD_MIN_SIDE,
  };
  const url = config.VIRUS_SCAN_URL;
  const scanner = url ? createClamdScanner({ url }) : null;
  const uploads = new UploadService({ clock, numbers, files, workers, log, scanner });
  const submissions = new SubmissionService({
    clock,
    inNameOf: contexts.inNameOf,
    mustBeScanned: scanner !== null,
  });
  const pages = new UploadReadModel({ clock, numbers });
  http.use(['/files', '/uploads'], measureRoutes(metrics));
  http.use(
    '/uploads',
    uploadRoutes({ contexts, uploads, submissions, pages, numbers, count: metrics.upload }),
  );
  http.use('/files', fileRoutes({ contexts, files: new FileReadModel({ access, files }) }));
  return { uploads, submissions, pages, refusalText: refusalTextOf(numbers) };
}
