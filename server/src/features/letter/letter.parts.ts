/** Wires the post: the page, the files, the job that sends letters. */
import type { Express } from 'express';
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Log } from '../../platform/log.ts';
import type { Registers } from '../../registers/registers.ts';
import { imageStorage } from '../image-review/image-storage.parts.ts';
import { letterJobs } from './letter.jobs.ts';
import { LetterReadModel } from './letter.readmodel.ts';
import { LetterResolver } from './letter.resolver.ts';
import { letterRoutes } from './letter.routes.ts';
import { LetterService } from './letter.service.ts';
import { LetterFileService } from './letter-file.service.ts';
import { createLetterPress } from './letter-press.ts';
import { SendLetterService } from './send-letter.service.ts';

export interface LetterWiring {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Config;
  readonly keys: Keys;
}

export const letterInstances = (parts: Pick<LetterWiring, 'access' | 'clock'>): object[] => [
  new LetterResolver(new LetterReadModel(parts), new LetterService(parts)),
];

/** The process that prints starts with the first letter, and ends with the server. */
export function mountLetters(
  http: Express,
  contexts: ContextMaker,
  { access, config, keys }: LetterWiring,
): void {
  const files = imageStorage(config.dataDir, keys);
  const service = new LetterFileService({ access, files, press: createLetterPress() });
  http.use('/files', letterRoutes({ contexts, files: service }));
}

type SendingWiring = Omit<LetterWiring, 'access'> & {
  readonly log: Log;
  readonly registers: Pick<Registers, 'mailbox'>;
};

export function sendLetterService(
  { clock, config, keys, log, registers }: SendingWiring,
  press = createLetterPress(),
): SendLetterService {
  const files = imageStorage(config.dataDir, keys);
  return new SendLetterService({ clock, keys, log, files, press, mailbox: registers.mailbox });
}

export const letterJobDefinitions = (wiring: SendingWiring): JobDefinition[] =>
  letterJobs(sendLetterService(wiring));
