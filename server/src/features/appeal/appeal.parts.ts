/** Builds the packages of forwarded appeals: the job that makes them, and the way to one. */
import type { Express } from 'express';
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Log } from '../../platform/log.ts';
import { imageStorage } from '../image-review/image-storage.parts.ts';
import { appealRoutes } from './appeal.routes.ts';
import { AppealPackageService } from './appeal-package.service.ts';

export interface AppealWiring {
  readonly access: Access;
  readonly config: Pick<Config, 'dataDir'>;
  readonly keys: Keys;
  readonly log: Log;
}

export interface Appeals {
  readonly jobs: readonly JobDefinition[];
  mount(http: Express, contexts: Pick<ContextMaker, 'make'>): void;
}

export function wireAppeals({ access, config, keys, log }: AppealWiring): Appeals {
  const packages = new AppealPackageService({ access, files: imageStorage(config.dataDir, keys), log });
  return {
    jobs: [{ name: 'appeal-packages', everySeconds: 60, run: db => packages.makeDue(db) }],
    mount: (http, contexts) => void http.use('/files', appealRoutes({ contexts, packages })),
  };
}
