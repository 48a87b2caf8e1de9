/** Builds the search. */
import type { Config } from '../../config.ts';
import { type SearchParts, SearchReadModel } from './search.readmodel.ts';
import { SearchResolver } from './search.resolver.ts';

export interface SearchFeatureParts extends Omit<SearchParts, 'numberMode'> {
  readonly config: Pick<Config, 'production'>;
}

export function searchInstances({ config, ...parts }: SearchFeatureParts) {
  const numberMode = config.production ? 'production' : 'test';
  return [new SearchResolver({ searches: new SearchReadModel({ ...parts, numberMode }) })];
}
