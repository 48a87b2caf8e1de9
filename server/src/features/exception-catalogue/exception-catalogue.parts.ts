/** Builds what serves the catalogue of exceptions and the texts decisions are made of. */
import { TextBlockResolver } from '../text-block/text-block.resolver.ts';
import { ExceptionCatalogueResolver } from './exception-catalogue.resolver.ts';
import { type CatalogueParts, ExceptionCatalogueService } from './exception-catalogue.service.ts';
import { ExceptionCataloguePages } from './exception-catalogue-page.readmodel.ts';
import { RehearsalReadModel } from './rehearsal.readmodel.ts';

export const catalogueInstances = (parts: CatalogueParts): object[] => [
  new ExceptionCatalogueResolver(
    new ExceptionCatalogueService(parts),
    new ExceptionCataloguePages(parts),
    new RehearsalReadModel(parts),
  ),
  new TextBlockResolver(parts),
];
