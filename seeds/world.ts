/** Invents the whole demo in memory: firms, persons, cases and all that happened to them, seen from `now`. */

import { sealNationalId } from '../server/src/features/person/national-id.store.ts';
import type { Keys } from '../server/src/platform/crypto/keys.ts';
import type { SandboxWorld } from '../server/src/registers/sandbox/sandbox-world.ts';
import { CaseBook } from './factories/case-book.ts';
import { DeskLife } from './factories/desk-life.ts';
import { type Firm, inventFirms } from './factories/firms.ts';
import { IdentityFactory, type Picture } from './factories/identities.ts';
import { ImagePlanner } from './factories/image-plans.ts';
import { ImageStories, type ToldCase } from './factories/image-stories.ts';
import { InquiryStories, planInquiries, type ToldInquiry } from './factories/inquiries.ts';
import { MailBook } from './factories/mails.ts';
import { OrderFactory } from './factories/orders.ts';
import { type Person, PersonFactory } from './factories/persons.ts';
import { registerWorld } from './factories/register-world.ts';
import { Random } from './random.ts';
import { Rows } from './rows.ts';
import { WorkTime } from './work-time.ts';

export interface World {
  readonly rows: Rows;
  readonly pictures: readonly Picture[];
  /** What the registers know about the same firms and persons. */
  readonly registers: SandboxWorld;
}

const SEED = 2026;
const PERSONS = 10_000;
/** Invented first, for order lines without a case. */
const PERSONS_WITHOUT_CASE = 1_500;

export function inventWorld({ now, keys, mailDomain }: { now: Date; keys: Keys; mailDomain: string }): World {
  const chance = (part: number) => new Random(SEED * 100 + part);
  const rows = new Rows();
  const time = new WorkTime(chance(1), now);
  const book = new CaseBook(rows);
  const mails = new MailBook({ random: chance(2), rows, book, mailDomain });
  const { firms, workplaces } = inventFirms(chance(3));
  const persons = new PersonFactory(chance(4), time.today);
  const others = Array.from({ length: PERSONS_WITHOUT_CASE }, () => persons.anybody());
  const orders = new OrderFactory(chance(5), rows, { workplaces, others });
  const { identities, pictures } = new IdentityFactory(chance(6), persons, time.today);
  const images = new ImageStories({ random: chance(7), time, rows, book, mails, persons, orders, keys });
  const inquiries = new InquiryStories({ random: chance(8), time, rows, book, workplaces });

  const told = { images: [] as ToldCase[], inquiries: [] as ToldInquiry[] };
  const plans = [...new ImagePlanner(chance(9), time, identities).all(), ...planInquiries(chance(10), time)];
  plans.sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime());
  for (const plan of plans) {
    if (plan.kind === 'INQUIRY') told.inquiries.push(inquiries.tell(plan));
    else told.images.push(images.tell(plan));
  }
  new DeskLife({ random: chance(11), time, rows, book }).happen(told.images, told.inquiries);
  mails.close();
  book.close();
  while (persons.persons.length < PERSONS) persons.anybody();
  addFirmsAndPersons({ rows, firms, persons: persons.persons, keys });
  return { rows, pictures, registers: registerWorld({ rows, firms, persons: persons.persons }) };
}

function addFirmsAndPersons({
  rows,
  firms,
  persons,
  keys,
}: {
  rows: Rows;
  firms: readonly Firm[];
  persons: readonly Person[];
  keys: Keys;
}): void {
  for (const { id, ...firm } of firms) rows.add('organisation', firm);
  for (const { id, nationalId, ...person } of persons) {
    const { enc, keyId, idx, masked } = sealNationalId(keys, nationalId, id);
    rows.add('person', {
      ...person,
      national_id_enc: enc,
      national_id_key: keyId,
      national_id_idx: idx,
      national_id_masked: masked,
    });
  }
}
