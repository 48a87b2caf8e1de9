import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router';
import { useLanguage, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { osloToday } from '../../shared/today.ts';
import { useUnsaved } from '../../shared/unsaved.ts';
import { ApplicationAbout } from './ApplicationAbout.tsx';
import { ApplicationArrival } from './ApplicationArrival.tsx';
import { useOpensCases } from './ApplicationList.tsx';
import type { ApplicationOptions } from './application.documents.ts';
import { getOptions, registerApplication, useExceptionRules } from './application.provider.ts';
import { type ApplicationForm, blankForm, channelVerdict, inputOf } from './application-form.rules.ts';
import { CodeChoice } from './CodeChoice.tsx';

/** `/applications/new`, `?order=<line>` from an order page: what came in the post or in eDialog. */
export function RegisterApplication() {
  const t = useT();
  const language = useLanguage();
  const [params] = useSearchParams();
  const orderItemId = params.get('order');
  const line = useQuery({
    queryKey: ['application-options', orderItemId, language],
    queryFn: ({ signal }) => getOptions({ orderItemId: orderItemId ?? '', language }, signal),
    enabled: orderItemId !== null,
  });
  const waits = orderItemId !== null && !line.data && !line.error;
  return (
    <>
      {waits || line.error ? <PageHead title={t('applications.form.title')} /> : null}
      {waits && <LoadingShape shape="page" rows={8} />}
      {line.error && (
        <Box sx={{ px: 3 }}>
          <ErrorPanel error={line.error} onRetry={() => void line.refetch()} />
        </Box>
      )}
      {!waits && !line.error && <Form line={line.data ?? null} />}
    </>
  );
}

type Way = Exclude<ApplicationForm['channel'], '' | 'PHONE'>;
const isWay = (channel: ApplicationForm['channel']) => channel !== '' && channel !== 'PHONE';

function Form({ line }: { line: ApplicationOptions | null }) {
  const t = useT();
  const [params] = useSearchParams();
  const [form, setForm] = useState(() => blankForm(params, osloToday()));
  const { data, error, refetch } = useExceptionRules(form.receivedOn || null);
  const rule = data?.rules.find(({ code }) => code === form.code) ?? null;
  const verdict = channelVerdict(form, rule);
  const register = useRegister();
  useUnsaved(!register.isSuccess && (form.code !== '' || form.note !== ''));
  const change = (part: Partial<ApplicationForm>) => setForm(now => ({ ...now, ...part }));
  const submit = () => {
    const ready = rule && isWay(form.channel) && !register.isPending;
    if (ready) register.mutate(inputOf(form, { rule, channel: form.channel as Way, line }));
  };
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  const closed = verdict === 'PHONE';
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <PageHead
        title={t('applications.form.title')}
        lead={t('applications.form.lead')}
        actions={
          !closed && (
            <Button type="submit" variant="contained" aria-disabled={!rule || verdict === 'NOT_ALLOWED'}>
              {t('applications.form.confirm')}
            </Button>
          )
        }
      />
      <Box sx={{ px: 3, pb: 4, display: 'grid', gap: 2, maxWidth: 1040 }}>
        {register.error && <ErrorPanel error={register.error} title={t('applications.form.failed')} />}
        <ApplicationArrival form={form} verdict={verdict} error={register.error} onChange={change} />
        {!closed && <Sections form={form} line={line} error={register.error} onChange={change} />}
      </Box>
    </form>
  );
}

interface SectionsProps {
  form: ApplicationForm;
  line: ApplicationOptions | null;
  error: unknown;
  onChange: (part: Partial<ApplicationForm>) => void;
}

function Sections({ form, line, error, onChange }: SectionsProps) {
  const { data } = useExceptionRules(form.receivedOn || null);
  const rules = data?.rules ?? [];
  const rule = rules.find(({ code }) => code === form.code);
  return (
    <>
      <CodeChoice rules={rules} line={line} chosen={form.code} onChoose={code => onChange({ code })} />
      {rule && <ApplicationAbout form={form} rule={rule} line={line} error={error} onChange={onChange} />}
    </>
  );
}

function useRegister() {
  const t = useT();
  const notify = useNotify();
  const navigate = useNavigate();
  const client = useQueryClient();
  const opensCases = useOpensCases();
  return useMutation({
    mutationFn: registerApplication,
    onSuccess: ({ caseId, number }) => {
      for (const key of ['applications', 'cases', 'my-day', 'menu-counts'])
        void client.invalidateQueries({ queryKey: [key] });
      notify(t('applications.form.done', { number }), { type: 'success' });
      void navigate(opensCases ? `/cases/${caseId}` : `/applications/${caseId}`);
    },
  });
}
