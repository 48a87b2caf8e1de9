/** Builds what serves the page of rules, and the question that is answered by them. */
import { TransportDutyReadModel } from '../transport-duty/transport-duty.readmodel.ts';
import { TransportDutyResolver } from '../transport-duty/transport-duty.resolver.ts';
import { SettingResolver } from './setting.resolver.ts';
import { type SettingParts, SettingService } from './setting.service.ts';
import { SettingPageReadModel } from './setting-page.readmodel.ts';

export const settingInstances = (parts: SettingParts): object[] => [
  new SettingResolver(new SettingService(parts), new SettingPageReadModel(parts)),
  new TransportDutyResolver(new TransportDutyReadModel(parts)),
];
