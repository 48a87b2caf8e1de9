/** Changes of the catalogue for the demo: versions of texts that have begun, that are coming and that wait, and a rule that waits to be rehearsed. */
import type pg from 'pg';
import { USUAL } from '../server/src/features/exception-catalogue/usual.catalogue.ts';
import { addDays, osloDate } from '../server/src/platform/calendar/calendar.ts';

const TEXT = `insert into text_block (code, exception_codes, outcomes, label, text, valid_from, grounds, proposed_by, proposed_at, approved_by, approved_at)
select t.code, t.exception_codes, t.outcomes, t.label, $2::jsonb, $3, $4, p.id, $5::timestamptz, a.id,
  case when a.id is not null then $5::timestamptz + interval '1 day' end
from (select * from text_block where code = $1 order by version desc limit 1) t join staff_user p on p.name = $6 left join staff_user a on a.name = $7`;
const RULE = `insert into exception_rule (code, body, valid_from, grounds, proposed_by, proposed_at)
select 'USUAL_PUBLIC', $1, $2, 'Forslag fra kommunesektoren: kommunale foretak bestiller som kommunen', id, $3 from staff_user where name = $4`;

const BEGUN = {
  nb: 'Unntaket gjelder bare arbeid for denne virksomheten. Arbeider du for flere, må hver av dem søke om unntak og bestille sitt eget kort til deg.',
  nn: 'Unntaket gjeld berre arbeid for denne verksemda. Arbeider du for fleire, må kvar av dei søkje om unntak og bestille sitt eige kort til deg.',
  en: 'The exception covers work for this firm only. If you work for several, each must apply for an exception and order its own card for you.',
};
const COMING = {
  nb: 'Alle andre vilkår for HMS-kort er oppfylt, slik opplysningene lyder i dag.',
  nn: 'Alle andre vilkår for HMS-kort er oppfylte, slik opplysningane lyder i dag.',
  en: 'All other conditions for an HSE card are fulfilled, as the information reads today.',
};
const WAITING = {
  nb: 'Unntaket gjelder bare arbeid for denne virksomheten, og bare så lenge opplysningene i søknaden stemmer.',
  nn: 'Unntaket gjeld berre arbeid for denne verksemda, og berre så lenge opplysningane i søknaden stemmer.',
  en: 'The exception covers work for this firm only, and only as long as the information in the application is right.',
};

/** Before the decisions: they are made with the words of their day. */
export async function seedCatalogue(
  client: pg.Client,
  now: Date,
  [one, other]: readonly [string, string],
): Promise<void> {
  const today = osloDate(now);
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const add = (...values: unknown[]) => client.query(TEXT, values);
  await add(
    'ONLY_THIS_FIRM',
    BEGUN,
    addDays(today, -200),
    'Mange spør om kort hos flere',
    daysAgo(215),
    one,
    other,
  );
  await add(
    'CONDITIONS_MET',
    COMING,
    addDays(today, 30),
    'Klagesaker: si hva vi vet',
    daysAgo(3),
    other,
    one,
  );
  await add(
    'ONLY_THIS_FIRM',
    WAITING,
    addDays(today, 40),
    'Sivilombudet, brev i høst',
    daysAgo(2),
    one,
    null,
  );
  const body = { ...USUAL.USUAL_PUBLIC, sectorCodes: [...USUAL.USUAL_PUBLIC.sectorCodes, '1510'] };
  await client.query(RULE, [JSON.stringify(body), addDays(today, 45), daysAgo(1), one]);
}
