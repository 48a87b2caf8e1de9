import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useT } from '../../../i18n/index.ts';
import { type FaultOf, ProposalDialog } from '../../../shared/changes/ProposalDialog.tsx';
import { WordingFields } from '../../../shared/changes/WordingFields.tsx';
import { DateField } from '../../../shared/DateField.tsx';
import { useWrite } from '../../../shared/useWrite.ts';
import { TickList } from '../TickList.tsx';
import type { DecisionText } from './text.documents.ts';
import { proposeText, type TextProposal } from './text.provider.ts';
import { KEYS, KINDS, useTextWords } from './useTexts.tsx';

const OUTCOMES = ['GRANT', 'REFUSE', 'DISMISS', 'WITHDRAW'] as const;
const CODES = [
  ...(['AA_ENK_SPOUSE', 'AA_DA_ANS_PARTNER', 'AA_AS_OWNER_UNPAID', 'AA_BOARD_CHAIR'] as const),
  ...(['AA_CEO_NO_EMPLOYEES', 'AA_NAV_VTA', 'UDI_CONFIRMED', 'UDI_EEA_FAMILY'] as const),
  ...(['VAT_KF_1510', 'VAT_UNDER_50K_NEW', 'VAT_UNDER_50K_OTHER', 'VAT_SVALBARD'] as const),
  ...(['VAT_NOT_LIABLE', 'STAFFING_FOREIGN'] as const),
];

type Form = Omit<TextProposal, 'validFrom' | 'grounds' | 'source' | 'validTo'> & {
  source: string;
  validTo: string;
};

const NOTHING = { nb: '', nn: '', en: '' };
const formOf = (text: DecisionText | null): Form => ({
  ...{ kind: text?.kind ?? 'GROUND', code: text?.code ?? '', isNew: text === null },
  ...{ exceptionCodes: text?.exceptionCodes ?? [], outcomes: text?.outcomes ?? [] },
  ...{ label: text?.label ?? NOTHING, text: text?.text ?? NOTHING },
  ...{ source: text?.source ?? '', validTo: text?.validTo ?? '' },
});

interface ProposeTextDialogProps {
  /** Null: one there is none of yet. */
  text: DecisionText | null;
  onClose: () => void;
}

/** A version from a day on; another leader has the last word. */
export function ProposeTextDialog({ text, onClose }: ProposeTextDialogProps) {
  const t = useT();
  const words = useTextWords();
  const [form, setForm] = useState(() => formOf(text));
  const propose = useWrite(proposeText, { said: t('catalogue.sent'), keys: KEYS });
  const isLaw = form.kind === 'STATUTE';
  const change = (given: Partial<Form>) => setForm({ ...form, ...given });
  const needed = [form.code, ...Object.values(form.label), ...Object.values(form.text)];
  const { source, validTo, ...said } = form;
  const law = { source: isLaw ? source : null, validTo: (isLaw && validTo) || null };
  return (
    <ProposalDialog
      title={text ? `${t('changes.propose')}: ${words.say(text)}` : t('decisionTexts.make')}
      text={t('decisionTexts.proposeText')}
      busy={propose.isPending}
      error={propose.error}
      needed={isLaw ? [...needed, source] : needed}
      onClose={onClose}
      onSubmit={proposal => propose.mutate({ ...said, ...law, ...proposal }, { onSuccess: onClose })}
    >
      {fault => (
        <>
          {form.isNew && <Naming form={form} change={change} fault={fault} />}
          <WordingFields
            label={t('decisionTexts.label')}
            value={form.label}
            onChange={label => change({ label })}
            fault={fault}
            field="label"
          />
          <WordingFields
            label={t('decisionTexts.text')}
            value={form.text}
            onChange={changed => change({ text: changed })}
            fault={fault}
            field="text"
            maxLength={4000}
            lines={2}
          />
          <Fitting form={form} change={change} fault={fault} />
          {isLaw && <Law form={form} change={change} fault={fault} />}
        </>
      )}
    </ProposalDialog>
  );
}

interface PartProps {
  form: Form;
  change: (given: Partial<Form>) => void;
  fault: FaultOf;
}

function Naming({ form, change, fault }: PartProps) {
  const t = useT();
  const choose = (value: string) => change({ kind: KINDS.find(kind => kind === value) ?? 'GROUND' });
  return (
    <>
      <TextField
        select
        label={t('decisionTexts.kindLabel')}
        value={form.kind}
        onChange={event => choose(event.target.value)}
      >
        {KINDS.map(kind => (
          <MenuItem key={kind} value={kind}>
            {t(`decisionTexts.kind.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('decisionTexts.code')}
        value={form.code}
        onChange={event => change({ code: event.target.value.toUpperCase() })}
        error={fault('code', form.code) !== undefined}
        helperText={fault('code', form.code) ?? t(`decisionTexts.codeHelp.${form.kind}`)}
        slotProps={{ htmlInput: { maxLength: 40 } }}
        required
      />
    </>
  );
}

function Fitting({ form, change, fault }: PartProps) {
  const t = useT();
  return (
    <>
      <TickList
        legend={t('decisionTexts.outcomes')}
        options={OUTCOMES.map(key => ({ key, label: t(`catalogue.outcomes.${key}`) }))}
        chosen={form.outcomes}
        fault={fault('outcomes')}
        onChange={outcomes => change({ outcomes })}
      />
      <TickList
        legend={t('decisionTexts.fitsNone')}
        options={CODES.map(key => ({ key, label: t(`entries.code.${key}`) }))}
        chosen={form.exceptionCodes}
        fault={fault('exceptionCodes')}
        onChange={exceptionCodes => change({ exceptionCodes })}
      />
    </>
  );
}

function Law({ form, change, fault }: PartProps) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('decisionTexts.source')}
        value={form.source}
        onChange={event => change({ source: event.target.value })}
        error={fault('source', form.source) !== undefined}
        helperText={fault('source', form.source)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        required
      />
      <DateField
        label={t('decisionTexts.validTo')}
        value={form.validTo}
        onChange={validTo => change({ validTo })}
        fault={fault('validTo')}
      />
    </>
  );
}
