/** Mail servers' reports, and how a relay hands them in: over a real SMTP connection. */
import { connect } from 'node:net';

const CRLF = '\r\n';

/** A delivery report as mail servers write it (RFC 3464). */
export function deliveryReport({
  action = 'failed',
  status = '5.1.1',
  to = 'retur@post.example',
} = {}): string {
  return [
    'From: MAILER-DAEMON@mx.example',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"',
    '',
    '--=_b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'kari.bestiller@firma.example: user unknown',
    '--=_b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; kari.bestiller@firma.example',
    `Action: ${action}`,
    `Status: ${status}`,
    '--=_b',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: Bilder til sak 2020/000001',
    '--=_b--',
    '',
  ].join(CRLF);
}

export const autoReply = (to: string): string =>
  [
    'From: kari.bestiller@firma.example',
    `To: ${to}`,
    'Subject: Fravaer',
    'Auto-Submitted: auto-replied',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Action: failed',
    'Status: 5.1.1',
    '',
  ].join(CRLF);

/** Hands a message in as the relay does. @returns the code of the last answer: 250 taken, 4xx come again, 5xx refused */
export function handIn(port: number, to: string, message: string): Promise<number> {
  const lines = ['EHLO relay.example', 'MAIL FROM:<>', `RCPT TO:<${to}>`, 'DATA', `${message}${CRLF}.`];
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('error', reject).on('data', chunk => {
      text += chunk;
      const answer = /^(\d{3}) .*\r\n$/m.exec(text);
      if (!answer) return;
      text = '';
      const [code, next] = [Number(answer[1]), lines.shift()];
      if (code < 400 && next !== undefined) return void socket.write(next + CRLF);
      socket.end();
      resolve(code);
    });
  });
}
