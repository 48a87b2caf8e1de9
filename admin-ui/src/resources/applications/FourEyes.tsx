import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { EyeFillIcon, EyeIcon, PadlockLockedIcon } from '@navikt/aksel-icons';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMe } from '../../session.ts';
import { useCaseDocuments } from '../../shared/document-viewer/case-documents.provider.ts';
import { SrOnly } from '../../shared/SrOnly.tsx';
import { useApplicationDesk } from './ApplicationContext.tsx';
import { useKindName } from './application-words.ts';
import { useDecision } from './DecisionContext.tsx';
import type { Proposal } from './decision.documents.ts';
import { useProposal } from './useProposal.ts';

interface Line {
  key: string;
  label: string;
  first: string | null;
  second: string | null;
}

/** Each part that two persons open before something is decided: who has, and when. */
export function FourEyes() {
  const t = useT();
  const { data: proposal } = useProposal();
  const { preview } = useDecision();
  const waits = proposal?.state === 'OPEN' ? proposal : null;
  const lines = useLines(waits);
  if (!waits && !preview?.data?.needsApproval) return null;
  return (
    <Box sx={{ p: '12px 12px 10px 8px', minWidth: 0, overflow: 'auto' }}>
      <Typography variant="h3">{t('decisions.four.title')}</Typography>
      <Box
        component="table"
        sx={{
          ...{ width: '100%', borderCollapse: 'collapse', mt: 0.5, mb: 1, tableLayout: 'fixed' },
          '& th': { fontWeight: 500, fontSize: 12, color: 'desk.text2', textAlign: 'left', py: 0.5 },
          '& td': { height: 32, fontSize: 13, overflowWrap: 'anywhere', pr: 0.5 },
          '& th, & td': { borderBottom: 1, borderColor: 'desk.line' },
        }}
      >
        <thead>
          <tr>
            <th scope="col">{t('decisions.four.part')}</th>
            <Box component="th" scope="col" sx={{ width: 58 }}>
              {waits ? waits.proposedBy.split(' ')[0] : t('decisions.four.you')}
            </Box>
            <Box component="th" scope="col" sx={{ width: 58 }}>
              {t(waits?.mayApprove ? 'decisions.four.you' : 'decisions.four.approver')}
            </Box>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, label, first, second }) => (
            <tr key={key}>
              <td>{label}</td>
              <td>
                <Seen at={first} />
              </td>
              <td>
                <Seen at={second} />
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
        {t('decisions.four.all', { n: lines.length })}
      </Typography>
      {waits && (
        <Typography
          variant="caption"
          component="p"
          sx={{ display: 'flex', alignItems: 'center', gap: 0.75, mt: 1, color: 'desk.text2' }}
        >
          <PadlockLockedIcon aria-hidden fontSize="14px" />
          {t('decisions.four.digest')}{' '}
          <Box component="code" sx={{ fontSize: 11, color: 'desk.text' }}>
            {`${waits.digest.slice(0, 4)} ${waits.digest.slice(4, 8)}`}
          </Box>
        </Typography>
      )}
    </Box>
  );
}

/** While it is written only the papers have been opened by anybody; afterwards the server says who has opened what. */
function useLines(proposal: Proposal | null): Line[] {
  const t = useT();
  const me = useMe();
  const kindName = useKindName();
  const { application } = useApplicationDesk();
  const { data } = useCaseDocuments(application.caseId);
  if (proposal)
    return proposal.parts.map(({ part, versionId, documentKind, byProposerAt, byMeAt }) => ({
      key: versionId ?? part,
      label: documentKind ? kindName(documentKind) : t(`decisions.four.${part}` as 'decisions.four.LETTER'),
      ...{ first: byProposerAt, second: proposal.mayApprove ? byMeAt : null },
    }));
  const papers = (data?.documents ?? []).filter(({ struck }) => !struck);
  const seenByMe = (seen: { by: { id: string }; firstAt: string }[]) =>
    seen.find(({ by }) => by.id === me?.id)?.firstAt ?? null;
  return [
    ...papers.map(({ id, kind, title, versions }) => ({
      ...{ key: id, label: title ?? kindName(kind), second: null },
      first: seenByMe(versions[0]?.seen ?? []),
    })),
    ...(['REGISTERS', 'GROUNDS', 'LETTER'] as const).map(part => ({
      ...{ key: part, label: t(`decisions.four.${part}`), first: null, second: null },
    })),
  ];
}

function Seen({ at }: { at: string | null }) {
  const t = useT();
  const format = useFormat();
  return (
    <Box
      component="span"
      sx={{
        ...{ display: 'inline-flex', alignItems: 'center', gap: 0.5, fontSize: 12 },
        '& svg': { color: at ? 'desk.ok.icon' : 'desk.text2', flex: 'none' },
      }}
    >
      {at ? <EyeFillIcon aria-hidden fontSize="16px" /> : <EyeIcon aria-hidden fontSize="16px" />}
      {at ? format.time(at) : '–'}
      {!at && <SrOnly>{t('decisions.four.notYet')}</SrOnly>}
    </Box>
  );
}
