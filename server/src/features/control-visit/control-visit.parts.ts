/** Builds control visits. */
import { ControlVisitReadModel } from './control-visit.readmodel.ts';
import { ControlVisitResolver } from './control-visit.resolver.ts';
import { type ControlVisitParts, ControlVisitService } from './control-visit.service.ts';

export function controlVisitInstances(parts: ControlVisitParts): object[] {
  return [
    new ControlVisitResolver({
      visits: new ControlVisitReadModel(parts),
      recording: new ControlVisitService(parts),
    }),
  ];
}
