/** Builds what serves the page of rules. */
import type { ChangeParts } from '../proposed-change/proposed-change.service.ts';
import { SettingResolver } from './setting.resolver.ts';
import { SettingService } from './setting.service.ts';
import { SettingPageReadModel } from './setting-page.readmodel.ts';

export const settingInstances = (parts: ChangeParts): object[] => [
  new SettingResolver(new SettingService(parts), new SettingPageReadModel(parts)),
];
