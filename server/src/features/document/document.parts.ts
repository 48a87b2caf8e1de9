/** Wires documents: where they lie, who looks into them, how they come in and are read. */
import type { Express } from 'express';
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import type { Log } from '../../platform/log.ts';
import { createClamdScanner } from '../../platform/scan/virus-scanner.clamd.ts';
import { imageStorage } from '../image-review/image-storage.parts.ts';
import { createImageWorkers } from '../upload/image-workers.ts';
import { DocumentReadModel } from './document.readmodel.ts';
import { DocumentResolver } from './document.resolver.ts';
import { documentRoutes } from './document.routes.ts';
import { DocumentService } from './document.service.ts';
import { DocumentFiles } from './document-file.ts';
import { createPdfWorkers } from './pdf-workers.ts';

export interface DocumentWiring {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'dataDir' | 'VIRUS_SCAN_URL'>;
  readonly keys: Keys;
  readonly log: Log;
}

export function wireDocuments({ access, clock, config, keys, log }: DocumentWiring) {
  const files = imageStorage(config.dataDir, keys);
  const [images, pdfs] = [createImageWorkers(), createPdfWorkers()];
  const url = config.VIRUS_SCAN_URL;
  const intake = new DocumentFiles({
    files,
    images,
    pdfs,
    scanner: url ? createClamdScanner({ url }) : null,
  });
  const reading = new DocumentReadModel({ access, clock, files, log });
  const documents = new DocumentService({ access, clock, intake });
  return {
    instances: [new DocumentResolver({ documents, reading })] as readonly object[],
    /** For other doors papers come through. */
    intake,
    mount: (http: Express, contexts: ContextMaker) =>
      void http.use('/files', documentRoutes({ contexts, documents, reading })),
    close: () => {
      images.close();
      pdfs.close();
    },
  };
}
