/** What the upload page shows for a link: whom it is about, what was wrong last time, what has been uploaded so far. */
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { Language } from '../../platform/language.ts';
import type { ImagePart, ImageReason } from '../image-review/image-review.enums.ts';
import { type ReasonText, reasonWording } from '../image-review/reason-catalogue.ts';
import type { Finding } from './findings.rules.ts';
import type { DeadLinkState } from './upload.rules.ts';
import { findLink, liveLink, type UploadPart } from './upload.store.ts';
import type { UploadNumbers } from './upload-texts.ts';

type Texts = Record<Language, Pick<ReasonText, 'label' | 'remedy'>>;

export interface PartState {
  width: number;
  height: number;
  bytes: number;
  remarks: { code: ImageReason; texts: Texts }[];
}

export interface OpenUpload {
  state: 'OPEN';
  firmName: string;
  personFirstName: string;
  language: Language;
  expiresAt: string;
  attempt: number;
  maxBytesTotal: number;
  maxBytesPerFile: number | null;
  headgear: boolean;
  previous: Previous | null;
  parts: Record<UploadPart, PartState | null>;
}

interface Previous {
  reasons: { code: ImageReason; part: ImagePart; texts: Texts }[];
  comment: string | null;
}

interface PageRow {
  firm_name: string;
  given_name: string;
  language: Language;
  attempt: number;
  headgear: boolean;
  comment: string | null;
  reasons: { code: ImageReason; part: ImagePart }[] | null;
  photo: FileRow | null;
  id: FileRow | null;
}

interface FileRow {
  width: number;
  height: number;
  bytes: number;
  findings: Finding[];
}

const PAGE = `select f.name as firm_name, p.given_name, c.language, c.attempt + 1 as attempt, o.headgear_exemption as headgear,
  d.comment, d.reasons,
  (select json_build_object('width', s.width, 'height', s.height, 'bytes', s.bytes, 'findings', l.photo_findings)
   from stored_file s where s.id = l.photo_file_id) as photo,
  (select json_build_object('width', s.width, 'height', s.height, 'bytes', s.bytes, 'findings', l.id_findings)
   from stored_file s where s.id = l.id_file_id) as id
from upload_link l join desk_case c on c.id = l.case_id join order_item o on o.id = c.order_item_id
join person p on p.id = o.person_id join organisation f on f.id = o.unit_id
left join lateral (
  select x.comment, (select json_agg(json_build_object('code', r.code, 'part', r.part) order by r.position)
    from image_decision_reason r where r.decision_id = x.id) as reasons
  from image_submission s join image_decision x on x.submission_id = s.id and x.undone_at is null and x.outcome = 'REJECTED'
  where s.case_id = c.id order by s.attempt desc limit 1) d on true
where l.id = $1`;

export class UploadReadModel {
  constructor(private readonly parts: { readonly clock: Clock; readonly numbers: UploadNumbers }) {}

  /** Changes nothing, however often it is asked. */
  async page(db: Db, token: string): Promise<OpenUpload | { state: DeadLinkState }> {
    const { link, dead } = liveLink(await findLink(db, token), this.parts.clock.now());
    if (dead) return { state: dead };
    const [row] = await db.read<PageRow>(PAGE, [link.id]);
    if (!row) return { state: 'UNKNOWN' };
    const { maxBytes, limit } = this.parts.numbers;
    return {
      state: 'OPEN',
      firmName: row.firm_name,
      personFirstName: row.given_name,
      language: row.language,
      expiresAt: link.expires_at.toISOString(),
      attempt: row.attempt,
      maxBytesTotal: limit === 'total' ? maxBytes : 2 * maxBytes,
      maxBytesPerFile: limit === 'file' ? maxBytes : null,
      headgear: row.headgear,
      previous: row.reasons && { reasons: row.reasons.map(withTexts), comment: row.comment },
      parts: { photo: partState(row.photo), id: partState(row.id) },
    };
  }

  /** Null when nothing has been uploaded for the part. */
  async part(db: Db, token: string, part: UploadPart): Promise<PartState | null> {
    const page = await this.page(db, token);
    return page.state === 'OPEN' ? page.parts[part] : null;
  }
}

function partState(file: FileRow | null): PartState | null {
  if (!file) return null;
  const { width, height, bytes, findings } = file;
  const remarks = findings
    .filter(({ level }) => level === 'REMARK')
    .map(({ reason }) => withTexts({ code: reason }));
  return { width, height, bytes, remarks };
}

function withTexts<R extends { code: ImageReason }>(reason: R): R & { texts: Texts } {
  const texts = Object.fromEntries(
    Object.values(Language).map(language => [language, reasonWording(reason.code, language)]),
  );
  return { ...reason, texts: texts as Texts };
}
