/** Wires cards in production: the page, the jobs, the folder of the production house. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Log } from '../../platform/log.ts';
import { createFolderHouse } from '../../production/production-house.folder.ts';
import { imageStorage } from '../image-review/image-storage.parts.ts';
import { AnswerLineService } from './answer-line.service.ts';
import { productionJobs } from './production.jobs.ts';
import { ProductionReadModel } from './production.readmodel.ts';
import { ProductionResolver } from './production.resolver.ts';
import { ReleaseLineService } from './release-line.service.ts';

export interface ProductionWiring {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Config;
  readonly keys: Keys;
  readonly log: Log;
}

export const productionInstances = (parts: Pick<ProductionWiring, 'access' | 'clock'>): object[] => [
  new ProductionResolver(new ProductionReadModel(parts), new ReleaseLineService(parts)),
];

const mailDomainOf = ({ MAIL_FROM }: Config) => MAIL_FROM.split('@')[1] ?? 'localhost';

export const answerLines = ({ clock, config }: Pick<ProductionWiring, 'clock' | 'config'>) =>
  new AnswerLineService({ clock, mailDomain: mailDomainOf(config) });

export function productionJobDefinitions(wiring: Omit<ProductionWiring, 'access'>): JobDefinition[] {
  const { clock, config, keys, log } = wiring;
  const { PRODUCTION_FOLDER: folder, publicUrl, dataDir } = config;
  const house = folder ? createFolderHouse(folder) : null;
  const answers = answerLines(wiring);
  return productionJobs({ clock, log, keys, files: imageStorage(dataDir, keys), publicUrl, house, answers });
}
