/** Builds what serves the clock page. */
import { type ClockPageParts, ClockReadModel } from './clock.readmodel.ts';
import { ClockResolver } from './clock.resolver.ts';
import { type ClockParts, ClockService } from './clock.service.ts';

export function clockInstances(parts: ClockPageParts & Omit<ClockParts, 'pages'>): object[] {
  const pages = new ClockReadModel(parts);
  return [new ClockResolver(new ClockService({ ...parts, pages }), pages)];
}
