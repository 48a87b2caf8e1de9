/**
 * Row security for migrations: a wall around a table, and the doors in it. Every table with personal data gets one; which
 * tables those are stands in platform/db/tables.ts. Why it looks like this: docs/decisions/0010-row-security.md.
 */
import { APP_ROLE, JOB_ROLE } from '../platform/db/roles.ts';

const FOLLOWS = {
  person: 'create constraint trigger withhold after insert or update of person_id',
  'case itself': 'create constraint trigger withhold after insert or update of person_id, order_item_id',
  case: 'create trigger withhold before insert',
  item: 'create trigger withhold before insert',
  decision: 'create trigger withhold before insert',
} as const;
const FUNCTIONS: Readonly<Record<keyof typeof FOLLOWS, string>> = {
  person: 'withhold_of_person',
  'case itself': 'withhold_case',
  case: 'withhold_of_case',
  item: 'withhold_of_item',
  decision: 'withhold_of_decision',
};

/** A table whose rows are about a person, or hang on one that is; `by` says through which column. */
export function withheld(table: string, by: keyof typeof FOLLOWS): string {
  const when = FOLLOWS[by].includes('constraint') ? 'deferrable initially deferred ' : '';
  return `alter table ${table} add column withheld_from smallint;
create policy withheld on ${table} as restrictive for all to ${APP_ROLE} using (${UNLESS_PROTECTED}) with check (${UNLESS_PROTECTED});
${FOLLOWS[by]} on ${table} ${when}for each row execute function ${FUNCTIONS[by]}();`;
}

type Right = 'select' | 'insert' | 'update' | 'delete';

/**
 * The same condition, expected to hold. A statement names its organisation itself, so the policy takes no row away from it; but
 * PostgreSQL would expect half of them to go, and choose other plans. Of "is not null" it expects that nearly every row passes.
 */
export const expected = (condition: string): string => `nullif(${condition}, false) is not null`;

/** Rows about a person with address protection are nobody's but those who look after protected persons (migration 221). */
export const UNLESS_PROTECTED = expected(
  `withheld_from is null or (select app_scope('protected-person')) is not null`,
);

/** Rows of the organisation within the actor's scope for a resource of policy.csv; `resource.write` is any right to change. */
export const ofOrganisation = (resource: string): string =>
  expected(`(select app_scope('${resource}')) = any (array[organisation_id, 0::smallint])`);

/** The same for rows with a `case_id`: whoever sees inquiries only sees what belongs to them. */
export const ofCase = (resource: string): string =>
  `${ofOrganisation(resource)} or app_sees_inquiry('${resource}', organisation_id, case_id)`;

/** Everyone's rows, for those with the scope `any`. */
export const ofEveryone = (resource: string): string => `(select app_scope('${resource}')) = 0`;

/** The actor's own rows. */
export const ofActor = (column: string): string => `${column} = (select app_actor())`;

export interface Wall {
  /** Condition on the rows a request may read. Each subselect in it runs once a statement. */
  readonly see: string;
  /** Condition on the rows it may add, change and remove; none of them when absent. */
  readonly change?: string;
  /** What requests of staff may do at all. */
  readonly app?: readonly Right[];
  /** What jobs may do, on every row. */
  readonly job?: readonly Right[];
}

/** Forced row security on a table. Whoever runs the migration owns it and keeps sight of it by a policy of its own. */
export function wall(table: string, { see, change, app = [], job = [] }: Wall): string {
  const changing = change
    ? [
        policy(table, APP_ROLE, { name: 'app_insert', right: 'insert', condition: change }),
        policy(table, APP_ROLE, { name: 'app_update', right: 'update', condition: change }),
        policy(table, APP_ROLE, { name: 'app_delete', right: 'delete', condition: change }),
      ]
    : [];
  return [
    `alter table ${table} enable row level security;`,
    `alter table ${table} force row level security;`,
    `create policy owner_works on ${table} to current_user using (true) with check (true);`,
    policy(table, APP_ROLE, { name: 'app_select', right: 'select', condition: see }),
    ...changing,
    `revoke all on ${table} from ${APP_ROLE};`,
    ...(app.length > 0 ? [`grant ${app.join(', ')} on ${table} to ${APP_ROLE};`] : []),
    ...(job.length > 0 ? [`${door(table, JOB_ROLE, { rights: job, condition: 'true' })}`] : []),
  ].join('\n');
}

export interface Door {
  readonly rights: readonly Right[];
  readonly condition: string;
  /** Only these columns can be read or changed; all when absent. */
  readonly columns?: Partial<Record<Right, string>>;
}

/** Lets a role through to the rows the condition names. */
export function door(table: string, role: string, { rights, condition, columns = {} }: Door): string {
  const granted = rights.map(right => (columns[right] ? `${right} (${columns[right]})` : right));
  return [
    `grant ${granted.join(', ')} on ${table} to ${role};`,
    ...rights.map(right =>
      policy(table, role, { name: `${role.replace('desk_', '')}_${right}`, right, condition }),
    ),
  ].join('\n');
}

interface Policy {
  readonly name: string;
  readonly right: Right;
  readonly condition: string;
}

function policy(table: string, role: string, { name, right, condition }: Policy): string {
  const using = right === 'insert' ? '' : ` using (${condition})`;
  const check = right === 'insert' || right === 'update' ? ` with check (${condition})` : '';
  return `create policy ${name} on ${table} for ${right} to ${role}${using}${check};`;
}
