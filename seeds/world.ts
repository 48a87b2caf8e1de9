/** Invents the whole demo in memory: firms, persons, cases and all that happened to them, seen from `now`. */

import type { Keys } from '../server/src/platform/crypto/keys.ts';
import type { SandboxWorld } from '../server/src/registers/sandbox/sandbox-world.ts';
import { ApprovalLife } from './factories/approval-life.ts';
import { planApprovals } from './factories/approval-plans.ts';
import { CaseBook } from './factories/case-book.ts';
import { DeskLife } from './factories/desk-life.ts';
import type { ToldApplication } from './factories/exception-book.ts';
import { ExceptionOrders, type MetCheck } from './factories/exception-orders.ts';
import { planExceptions } from './factories/exception-plans.ts';
import { ExceptionStories, type StoryParts } from './factories/exception-stories.ts';
import { Subjects } from './factories/exception-subjects.ts';
import { inventFirmFacts } from './factories/firm-facts.ts';
import { inventFirms } from './factories/firms.ts';
import { IdentityFactory, type Picture } from './factories/identities.ts';
import { ImagePlanner } from './factories/image-plans.ts';
import { ImageStories, type ToldCase } from './factories/image-stories.ts';
import { InquiryStories, planInquiries, type ToldInquiry } from './factories/inquiries.ts';
import { MailBook } from './factories/mails.ts';
import { OrderLife } from './factories/order-life.ts';
import { OrderFactory } from './factories/orders.ts';
import { addEarlierCards, addFirms, addPersons } from './factories/people-and-firms.ts';
import { type Person, PersonFactory } from './factories/persons.ts';
import { registerWorld } from './factories/register-world.ts';
import { Applicants, addRegisteredFirms } from './factories/registered-firms.ts';
import { Random } from './random.ts';
import { Rows } from './rows.ts';
import { WorkTime } from './work-time.ts';

export interface World {
  readonly rows: Rows;
  readonly pictures: readonly Picture[];
  /** What the registers know about the same firms and persons. */
  readonly registers: SandboxWorld;
  /** Their words, papers and journal come last. */
  readonly applications: readonly ToldApplication[];
  readonly metChecks: readonly MetCheck[];
}

const SEED = 2026;
const PERSONS = 12_000;
/** Orders from before the cases that are at the desk; with the others about 5,000 in a year. */
const OLD_ORDERS = 4_150;
/** Of these so many two years ago, whose cards expire about now. */
const EXPIRING = 240;

export function inventWorld({ now, keys, mailDomain }: { now: Date; keys: Keys; mailDomain: string }): World {
  const chance = (part: number) => new Random(SEED * 100 + part);
  const rows = new Rows();
  const time = new WorkTime(chance(1), now);
  const book = new CaseBook(rows);
  const mails = new MailBook({ random: chance(2), rows, book, mailDomain });
  const { firms, workplaces } = inventFirms(chance(3));
  const persons = new PersonFactory(chance(4), time.today);
  const somebody = () => persons.anybody();
  const facts = inventFirmFacts({ random: chance(12), workplaces, today: time.today, somebody });
  const others = endless(somebody);
  const orders = new OrderFactory(chance(5), rows, { workplaces, facts, others });
  for (const orderedAt of oldOrders(chance(13), time)) orders.addOld(orderedAt);
  const { identities, pictures } = new IdentityFactory(chance(6), persons, time.today);
  const images = new ImageStories({ random: chance(7), time, rows, book, mails, persons, orders, keys });
  const inquiries = new InquiryStories({ random: chance(8), time, rows, book, workplaces });

  const told = { images: [] as ToldCase[], inquiries: [] as ToldInquiry[] };
  const stories: StoryParts = { random: chance(20), time, rows, book };
  const exceptions = new ExceptionStories(stories);
  const plans = [
    ...new ImagePlanner(chance(9), time, identities).all(),
    ...planInquiries(chance(10), time),
    ...planExceptions(chance(21), time),
    ...planApprovals(chance(31), time),
  ];
  plans.sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime());
  for (const plan of plans) {
    if ('withPapers' in plan) exceptions.open(plan);
    else if (plan.kind === 'INQUIRY') told.inquiries.push(inquiries.tell(plan));
    else told.images.push(images.tell(plan));
  }
  new DeskLife({ random: chance(11), time, rows, book }).happen(told.images, told.inquiries);
  mails.close();
  const life = new OrderLife({
    random: chance(14),
    rows,
    time,
    keys,
    firms,
    persons: persons.persons,
    facts,
  });
  addEarlierCards(chance(15), { rows, firms, time });
  life.happen();
  const lines = new ExceptionOrders({ rows, time, firms, persons: persons.persons });
  const registered = { random: chance(30), firms, facts, persons: persons.persons, today: time.today };
  const applicants = new Applicants(registered);
  stories.applicants = applicants;
  stories.approvals = new ApprovalLife({ random: chance(32), time, rows, book }, applicants);
  const subjects = new Subjects({ random: chance(22), firms, facts, persons, today: time.today, applicants });
  exceptions.tell(subjects, opened => lines.lineOf(opened));
  lines.goOn(exceptions.told);
  book.close();
  while (persons.persons.length < PERSONS) persons.anybody();
  addRegisteredFirms(registered);
  const known = { rows, firms, persons: persons.persons, facts, known: life.known, time };
  addFirms(known);
  addPersons(known, keys);
  return {
    rows,
    pictures,
    registers: registerWorld(known),
    applications: exceptions.told,
    metChecks: lines.met,
  };
}

function* endless(somebody: () => Person): Iterator<Person> {
  for (;;) yield somebody();
}

/** Working days ago, oldest first: evenly over the year up to six weeks ago, and those whose cards are two years old. */
function oldOrders(random: Random, time: WorkTime): Date[] {
  const year = Array.from({ length: OLD_ORDERS - EXPIRING }, () => time.anyHour(random.int(2, 250)));
  const old = Array.from({ length: EXPIRING }, () => time.anyHour(random.int(495, 520)));
  return [...year, ...old].sort((a, b) => a.getTime() - b.getTime());
}
