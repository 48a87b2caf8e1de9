/** How a message to a machine is signed, when it is tried again, and what stands in it: for the sender and for those who verify. */
import { createHmac } from 'node:crypto';
import type { DeliveryStatus, PauseReason, WebhookTopic } from './webhook.enums.ts';

const SECRET_PREFIX = 'whsec_';

export const writeSecret = (secret: Buffer): string => SECRET_PREFIX + secret.toString('base64');

/** The same for every try, so that a receiver knows what it has had. */
export const messageId = (eventId: string): string => `evt_${eventId}`;

/** Standard Webhooks (standardwebhooks.com), version 1: HMAC-SHA-256 over id, time and body; one signature a secret, space between. */
export function signatureOf(
  secrets: readonly Buffer[],
  { id, timestamp, body }: { id: string; timestamp: number; body: string },
): string {
  const signed = `${id}.${timestamp}.${body}`;
  return secrets
    .map(secret => `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`)
    .join(' ');
}

const SECONDS = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800];
const LAST_TRY_MS = 24 * 3_600_000;

/** Longer each time, for a day. @param chance 0 to 1: spreads those that failed together. @returns null when it is given up */
export function nextTry(
  { attempts, since, now }: { attempts: number; since: Date; now: Date },
  chance: number,
): Date | null {
  const seconds = SECONDS[Math.min(attempts, SECONDS.length) - 1] ?? 5;
  const at = new Date(now.getTime() + seconds * 1000 * (0.9 + 0.2 * chance));
  return at.getTime() - since.getTime() > LAST_TRY_MS ? null : at;
}

/** So many tries in a row without success, and nobody is listening. */
const FAILURES_ALLOWED = 20;
const GONE = 410;

export interface TryResult {
  /** Status of the answer; null when there was none. */
  readonly code: number | null;
  /** TIMEOUT, REFUSED, ADDRESS and so on, when there was none. */
  readonly error: string | null;
  readonly answer: string | null;
}

export const isDelivered = ({ code }: TryResult): boolean => code !== null && code >= 200 && code < 300;

export interface AfterTry {
  readonly status: DeliveryStatus;
  readonly nextAt: Date | null;
}

export function afterTry(
  result: TryResult,
  about: { attempts: number; since: Date; now: Date },
  chance: number,
): AfterTry {
  if (isDelivered(result)) return { status: 'DELIVERED', nextAt: null };
  const nextAt = nextTry(about, chance);
  return { status: nextAt ? 'QUEUED' : 'FAILED', nextAt };
}

/** @param failures in a row, this one included */
export function pauseAfter({ code }: TryResult, failures: number): PauseReason | null {
  if (code === GONE) return 'GONE';
  return failures >= FAILURES_ALLOWED ? 'TOO_MANY_FAILURES' : null;
}

/** As the database noted it when it happened. */
export type EventFacts = OrderEventFacts | ApplicationEventFacts;

export interface OrderEventFacts {
  readonly orderNumber: string | null;
  readonly line: number | null;
  readonly cardNumber: string | null;
  readonly unit: string | null;
  readonly mainUnit: string | null;
  readonly register: string | null;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly note: string | null;
}

/** What people write may name somebody; a code never does. */
const CODE = /^[A-Z][A-Z0-9_]{0,59}$/;
const codeOf = (text: string | null): string | null => (text !== null && CODE.test(text) ? text : null);

/** What a machine is told of an application it sent: that its state is another. */
export interface ApplicationEventFacts {
  readonly applicationNumber: string;
  readonly code: string;
  readonly mainUnit: string;
  readonly oldValue: string;
  readonly newValue: string;
}

export interface ToldEvent {
  readonly eventId: string;
  readonly topic: WebhookTopic;
  readonly at: Date;
  readonly event: EventFacts;
}

/** Numbers, states, codes and times; nothing about whom the card is for. */
export function bodyOf({ eventId, topic, at, event }: ToldEvent): string {
  const data = 'applicationNumber' in event ? applicationData(event) : orderData(event);
  return JSON.stringify({ id: messageId(eventId), type: topic, timestamp: at.toISOString(), data });
}

function orderData(event: OrderEventFacts): object {
  const { orderNumber, line, cardNumber, unit, mainUnit, register, oldValue, newValue, note } = event;
  const numbers = { orderNumber, line, cardNumber, unit, mainUnit, register };
  return { ...numbers, from: codeOf(oldValue), to: codeOf(newValue), reason: codeOf(note) };
}

function applicationData(event: ApplicationEventFacts): object {
  const { applicationNumber, code, mainUnit, oldValue, newValue } = event;
  return { applicationNumber, code, mainUnit, from: codeOf(oldValue), to: codeOf(newValue) };
}

/** https, no user, no odd port trick; in demo and test also plain http, to a receiver on one's own machine. @returns null when it may be used */
export function urlFault(text: string, production: boolean): string | null {
  if (!URL.canParse(text)) return 'URL_UNREADABLE';
  const { protocol, username, password, hash } = new URL(text);
  if (username || password || hash) return 'URL_UNREADABLE';
  if (protocol === 'https:' || (!production && protocol === 'http:')) return null;
  return 'URL_NOT_HTTPS';
}
