/** Builds what serves the catalogue of exceptions and the texts decisions are made of. */

import type { ChangeParts } from '../proposed-change/proposed-change.service.ts';
import { DecisionTextReadModel } from '../text-block/decision-text.readmodel.ts';
import { DecisionTextResolver } from '../text-block/decision-text.resolver.ts';
import { DecisionTextService } from '../text-block/decision-text.service.ts';
import { TextBlockResolver } from '../text-block/text-block.resolver.ts';
import { ExceptionCatalogueResolver } from './exception-catalogue.resolver.ts';
import { ExceptionCatalogueService } from './exception-catalogue.service.ts';
import { ExceptionCataloguePages } from './exception-catalogue-page.readmodel.ts';
import { RehearsalReadModel } from './rehearsal.readmodel.ts';

export const catalogueInstances = (parts: ChangeParts): object[] => [
  new ExceptionCatalogueResolver(
    new ExceptionCatalogueService(parts),
    new ExceptionCataloguePages(parts),
    new RehearsalReadModel(parts),
  ),
  new TextBlockResolver(parts),
  new DecisionTextResolver(new DecisionTextService(parts), new DecisionTextReadModel(parts)),
];
