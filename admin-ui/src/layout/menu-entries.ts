import {
  BellIcon,
  BookIcon,
  BriefcaseIcon,
  Buildings3Icon,
  CalendarIcon,
  CardIcon,
  ClockIcon,
  EnvelopeClosedIcon,
  EyeIcon,
  FileExportIcon,
  FileTextIcon,
  HouseIcon,
  InboxIcon,
  PackageIcon,
  PadlockLockedIcon,
  PaperplaneIcon,
  PersonEnvelopeIcon,
  PersonGroupIcon,
  PersonRectangleIcon,
  PrinterSmallIcon,
  ReceiptIcon,
  RobotIcon,
  SealCheckmarkIcon,
  ShieldLockIcon,
  TagIcon,
  TasklistIcon,
  TimerPauseIcon,
  TruckIcon,
} from '@navikt/aksel-icons';
import type { Format } from '../i18n/format.ts';
import { type Translate, useFormat, useT } from '../i18n/index.ts';
import { useMay } from '../session.ts';
import type { MenuCounts } from './frame.documents.ts';
import { useMenuCounts } from './useMenuCounts.ts';

export interface MenuEntry {
  to: string;
  label: string;
  Icon: typeof HouseIcon;
  count?: string | undefined;
}

interface MenuGroup {
  key: string;
  heading?: string;
  entries: MenuEntry[];
}

interface Ingredients {
  t: Translate;
  format: Format;
  may: (resource: string, action: string) => boolean;
  counts: MenuCounts | null;
}

function taskEntries({ t, format, may, counts }: Ingredients): MenuEntry[] {
  const queues = [
    ['/queues/image-review', t('frame.menu.imageReview'), PersonRectangleIcon, counts?.imageReview],
    ['/queues/protected', t('enums.queue.PROTECTED'), PadlockLockedIcon, counts?.protectedPersons],
    ['/queues/exceptions', t('enums.queue.EXCEPTION'), FileTextIcon, counts?.exception],
    ['/queues/approvals', t('enums.queue.APPROVAL'), Buildings3Icon, counts?.approval],
    ['/queues/inquiry', t('frame.menu.inquiries'), InboxIcon, counts?.inquiry],
    ['/queues/invoice-queries', t('enums.queue.INVOICE_QUERY'), ReceiptIcon, counts?.invoiceQuery],
    ['/queues/card-tips', t('frame.menu.cardTips'), TagIcon, counts?.tipInvalidCard],
    ['/orders', t('orders.stalled'), PackageIcon, counts?.stalledOrders],
  ] as const;
  const post = { to: '/post', label: t('inboundMail.title'), Icon: EnvelopeClosedIcon };
  return [
    ...queues.flatMap(([to, label, Icon, count]) =>
      count ? [{ to, label, Icon, count: format.count(count) }] : [],
    ),
    ...(may('inbound-mail', 'read') ? [post] : []),
  ];
}

const shown = (format: Format, value: number | null | undefined) =>
  value ? format.number(value) : undefined;

function myEntries({ t, format, may, counts }: Ingredients): MenuEntry[] {
  if (!may('case', 'work')) return [];
  return [
    {
      to: '/my-cases',
      label: t('frame.menu.myCases'),
      Icon: BriefcaseIcon,
      count: shown(format, counts?.mine),
    },
    {
      to: '/on-hold',
      label: t('frame.menu.onHold'),
      Icon: TimerPauseIcon,
      count: shown(format, counts?.onHold),
    },
  ];
}

function outgoingEntries({ t, format, may, counts }: Ingredients): MenuEntry[] {
  const outbox = { to: '/outbox', label: t('frame.menu.outbox'), Icon: PaperplaneIcon };
  const letters = { to: '/letters', label: t('letters.title'), Icon: PrinterSmallIcon };
  const production = { to: '/production', label: t('production.title'), Icon: PackageIcon };
  const vat = { to: '/vat-batches', label: t('vatBatches.title'), Icon: FileExportIcon };
  return [
    ...(may('mail', 'read') ? [{ ...outbox, count: shown(format, counts?.outbox) }] : []),
    ...(may('letter', 'read') ? [{ ...letters, count: shown(format, counts?.lettersToPrint) }] : []),
    ...(may('production', 'read') ? [{ ...production, count: shown(format, counts?.production) }] : []),
    ...(may('vat-batch', 'read') ? [{ ...vat, count: shown(format, counts?.vatFirms) }] : []),
  ];
}

function exceptionEntries({ t, may }: Ingredients): MenuEntry[] {
  const campaigns = { to: '/campaigns', label: t('campaigns.title'), Icon: CalendarIcon };
  return [
    ...(may('entry', 'read')
      ? [{ to: '/exception-entries', label: t('entries.title'), Icon: SealCheckmarkIcon }]
      : []),
    ...(may('decision', 'propose') ? [campaigns] : []),
  ];
}

function administrationEntries({ t, format, may, counts }: Ingredients): MenuEntry[] {
  return [
    ...(may('staff', 'read')
      ? [
          {
            to: '/staff',
            label: t('frame.menu.staff'),
            Icon: PersonGroupIcon,
            count: shown(format, counts?.staffGrants),
          },
        ]
      : []),
    ...(may('setting', 'read')
      ? [
          {
            to: '/rules',
            label: t('settings.title'),
            Icon: TasklistIcon,
            count: shown(format, counts?.settings),
          },
        ]
      : []),
    ...(may('catalogue', 'read:changes')
      ? [{ to: '/catalogue', label: t('catalogue.title'), Icon: TasklistIcon }]
      : []),
    ...(may('clock', 'read') ? [{ to: '/clock', label: t('clock.title'), Icon: ClockIcon }] : []),
    ...(may('client', 'read') ? [{ to: '/machines', label: t('machines.title'), Icon: RobotIcon }] : []),
    ...(may('webhook', 'read') ? [{ to: '/webhooks', label: t('webhooks.title'), Icon: BellIcon }] : []),
    ...(may('audit', 'read') ? [{ to: '/audit', label: t('frame.menu.audit'), Icon: ShieldLockIcon }] : []),
  ];
}

function insightEntries({ t, format, may, counts }: Ingredients): MenuEntry[] {
  return [
    ...(may('application', 'read')
      ? [{ to: '/applications', label: t('applications.menu'), Icon: FileTextIcon }]
      : []),
    ...(may('journal', 'read') ? [{ to: '/journal', label: t('journal.title'), Icon: BookIcon }] : []),
    ...(may('reissue', 'read')
      ? [
          {
            to: '/reissues',
            label: t('reissues.title'),
            Icon: FileExportIcon,
            count: shown(format, counts?.reissues),
          },
        ]
      : []),
    ...(may('invoice', 'read') ? [{ to: '/invoices', label: t('invoices.title'), Icon: TasklistIcon }] : []),
    ...(may('ledger', 'read') ? [{ to: '/books', label: t('books.title'), Icon: BookIcon }] : []),
    ...(may('card', 'read') ? [{ to: '/cards', label: t('cards.menu'), Icon: CardIcon }] : []),
    ...(may('firm-register', 'read')
      ? [{ to: '/firm-registers', label: t('firmRegisters.menu'), Icon: Buildings3Icon }]
      : []),
    ...(may('transport-duty', 'ask')
      ? [{ to: '/transport-duty', label: t('transportDuty.menu'), Icon: TruckIcon }]
      : []),
    ...(may('access-review', 'read')
      ? [{ to: '/access-review', label: t('accessLog.review'), Icon: EyeIcon }]
      : []),
    ...(may('access-answer', 'make')
      ? [{ to: '/access-answer', label: t('accessLog.answer'), Icon: PersonEnvelopeIcon }]
      : []),
  ];
}

/** The menu this person has: what the server says he or she may do decides, nothing else. */
export function useMenuGroups(): MenuGroup[] {
  const t = useT();
  const ingredients = { t, format: useFormat(), may: useMay(), counts: useMenuCounts() };
  const groups: MenuGroup[] = [
    { key: 'home', entries: [{ to: '/', label: t('frame.menu.myDay'), Icon: HouseIcon }] },
    { key: 'tasks', heading: t('frame.menu.tasks'), entries: taskEntries(ingredients) },
    { key: 'mine', heading: t('frame.menu.mine'), entries: myEntries(ingredients) },
    { key: 'exceptions', heading: t('frame.menu.exceptions'), entries: exceptionEntries(ingredients) },
    { key: 'outgoing', heading: t('frame.menu.outgoing'), entries: outgoingEntries(ingredients) },
    { key: 'insight', heading: t('frame.menu.insight'), entries: insightEntries(ingredients) },
    {
      key: 'administration',
      heading: t('frame.menu.administration'),
      entries: administrationEntries(ingredients),
    },
  ];
  return groups.filter(group => group.entries.length > 0);
}
