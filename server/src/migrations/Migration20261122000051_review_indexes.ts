import { Migration } from '@mikro-orm/migrations';

/** What the weekly review asks of the timeline: who did anything where in the last month. */
export class Migration20261122000051_review_indexes extends Migration {
  override up(): void {
    this.addSql(
      'create index case_event_actor on case_event (organisation_id, at) include (actor_id, case_id) where actor_id is not null',
    );
  }
}
