/** Posts a message to a machine and says what became of it; it never throws. */
import type { TryResult } from './webhook.rules.ts';

export interface WebhookMessage {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface WebhookClient {
  post(message: WebhookMessage): Promise<TryResult>;
}
