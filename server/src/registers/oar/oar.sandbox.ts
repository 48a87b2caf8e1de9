/** OAR as the sandbox plays it: Skatteetaten's payload, and its 404 with a code. */
import { ok, type SandboxRegister, status } from '../sandbox/sandbox-route.ts';

export const oarSandbox: SandboxRegister = {
  scope: () => 'skatteetaten:arbeidsforhold',
  answer(world, { path: [, orgNumber = '', nationalId] }) {
    if (nationalId === undefined) return status(404, problem('ARBEIDSFORHOLD-003'));
    const periods = world.person(nationalId)?.assignments?.[orgNumber];
    if (!periods) return status(404, problem('ARBEIDSFORHOLD-007'));
    const { today } = world;
    return ok({
      aktiv: periods.some(({ start, end }) => start <= today && (end ?? today) >= today) ? 'JA' : 'NEI',
      perioder: periods.map(({ start, end }) => ({ startdato: start, sluttdato: end ?? undefined })),
    });
  },
};

const problem = (kode: string) => ({ kode, melding: 'Prøvesvar', korrelasjonsid: '0' });
