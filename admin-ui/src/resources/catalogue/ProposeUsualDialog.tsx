import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useLanguage, useT } from '../../i18n/index.ts';
import { ProposalDialog } from '../../shared/changes/ProposalDialog.tsx';
import { WordingFields } from '../../shared/changes/WordingFields.tsx';
import { useWrite } from '../../shared/useWrite.ts';
import type { UsualRule } from './catalogue.documents.ts';
import { proposeUsualRule } from './catalogue.provider.ts';
import { codesIn } from './proposal.rules.ts';
import { KEYS } from './useCatalogue.ts';

interface ProposeUsualDialogProps {
  rule: UsualRule;
  onClose: () => void;
}

const LISTS = ['sectorCodes', 'industryCodes', 'forms'] as const;

/** Who shall order as usual from a day on; another leader has the last word. */
export function ProposeUsualDialog({ rule, onClose }: ProposeUsualDialogProps) {
  const t = useT();
  const language = useLanguage();
  const [name, setName] = useState(rule.name);
  const [lists, setLists] = useState({
    sectorCodes: rule.sectorCodes.join(', '),
    industryCodes: rule.industryCodes.join(', '),
    forms: rule.forms.join(', '),
  });
  const propose = useWrite(proposeUsualRule, { said: t('catalogue.sent'), keys: KEYS });
  const { sectorCodes, industryCodes, forms } = lists;
  const codes = {
    ...{ sectorCodes: codesIn(sectorCodes), industryCodes: codesIn(industryCodes), forms: codesIn(forms) },
  };
  return (
    <ProposalDialog
      title={`${t('changes.propose')}: ${rule.name[language]}`}
      text={t('catalogue.usualProposeText')}
      busy={propose.isPending}
      error={propose.error}
      needed={Object.values(name)}
      onClose={onClose}
      onSubmit={proposal =>
        propose.mutate({ code: rule.code, name, ...codes, ...proposal }, { onSuccess: onClose })
      }
    >
      {fault => (
        <>
          <WordingFields
            label={t('catalogue.name')}
            value={name}
            onChange={setName}
            fault={fault}
            field="name"
          />
          {LISTS.map(field => (
            <TextField
              key={field}
              label={t(`catalogue.${field}`)}
              value={lists[field]}
              onChange={event => setLists({ ...lists, [field]: event.target.value })}
              error={fault(field) !== undefined}
              helperText={fault(field) ?? t(`catalogue.${field}Help`)}
              slotProps={{ htmlInput: { maxLength: 200 } }}
            />
          ))}
        </>
      )}
    </ProposalDialog>
  );
}
