/** Builds what serves the page of rules. */
import { SettingResolver } from './setting.resolver.ts';
import { type SettingParts, SettingService } from './setting.service.ts';
import { SettingPageReadModel } from './setting-page.readmodel.ts';

export const settingInstances = (parts: SettingParts): object[] => [
  new SettingResolver(new SettingService(parts), new SettingPageReadModel(parts)),
];
