import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  BriefcaseIcon,
  Buildings3Icon,
  CardIcon,
  PackageIcon,
  PersonIcon,
  TasklistIcon,
} from '@navikt/aksel-icons';
import { useT } from '../i18n/index.ts';
import { CaseStatusChip } from '../shared/CaseStatusChip.tsx';
import type { SearchHit } from './frame.documents.ts';

const icons = {
  CASE: BriefcaseIcon,
  ORDER: PackageIcon,
  CARD: CardIcon,
  INVOICE: TasklistIcon,
  FIRM: Buildings3Icon,
  PERSON: PersonIcon,
};

interface SearchResultsProps {
  /** Ordered by group. */
  hits: SearchHit[];
  chosen: number;
  onChoose: (index: number) => void;
  onOpen: (hit: SearchHit) => void;
}

export function SearchResults({ hits, chosen, onChoose, onOpen }: SearchResultsProps) {
  const t = useT();
  const groups = [...new Set(hits.map(hit => hit.group))];
  return (
    <Box id="search-hits" role="listbox" aria-label={t('search.title')}>
      {groups.map(group => (
        <Box key={group} role="group" aria-label={t(`search.group.${group}`)}>
          <Typography
            component="div"
            variant="overline"
            sx={{ px: 2, pt: 1.5, pb: 0.5, color: 'desk.text2' }}
          >
            {t(`search.group.${group}`)}
          </Typography>
          {hits.map((hit, index) =>
            hit.group === group ? (
              <Hit
                key={`${hit.group}-${hit.id}`}
                hit={hit}
                id={`hit-${index}`}
                chosen={index === chosen}
                onHover={() => onChoose(index)}
                onOpen={() => onOpen(hit)}
              />
            ) : null,
          )}
        </Box>
      ))}
    </Box>
  );
}

interface HitProps {
  hit: SearchHit;
  id: string;
  chosen: boolean;
  onHover: () => void;
  onOpen: () => void;
}

function Hit({ hit, id, chosen, onHover, onOpen }: HitProps) {
  const Icon = icons[hit.group];
  return (
    <Box
      id={id}
      role="option"
      aria-selected={chosen}
      ref={(element: HTMLElement | null) => {
        if (chosen) element?.scrollIntoView({ block: 'nearest' });
      }}
      onMouseMove={onHover}
      onClick={onOpen}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        px: 2,
        py: 0.75,
        cursor: 'pointer',
        ...(chosen && { bgcolor: 'desk.accentBg', boxShadow: 'inset 3px 0 currentColor' }),
      }}
    >
      <Icon aria-hidden fontSize="1.25rem" />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="subtitle2" noWrap>
          {hit.title}
        </Typography>
        <Typography variant="caption" component="div" noWrap sx={{ color: 'desk.text2' }}>
          {hit.subtitle}
        </Typography>
      </Box>
      {hit.status && <CaseStatusChip status={hit.status} />}
    </Box>
  );
}
