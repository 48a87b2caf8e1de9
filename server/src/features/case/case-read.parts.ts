/** Builds everything that reads cases. */
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import { CaseReadModel } from './case.readmodel.ts';
import { CaseDetailReadModel } from './case-detail.readmodel.ts';
import { CaseFacetsReadModel } from './case-facets.readmodel.ts';
import { CaseReadResolver } from './case-read.resolver.ts';
import { MyDayReadModel } from './my-day.readmodel.ts';
import { MyDayResolver } from './my-day.resolver.ts';

export function caseReadInstances(parts: { readonly access: Access; readonly clock: Clock }) {
  return [
    new CaseReadResolver({
      cases: new CaseReadModel(parts),
      facets: new CaseFacetsReadModel(parts),
      detail: new CaseDetailReadModel(parts),
    }),
    new MyDayResolver({ myDay: new MyDayReadModel(parts) }),
  ];
}
