import { defineMessages } from './define-messages.ts';
import { ordersEn } from './orders.en.ts';
import { ordersNb } from './orders.nb.ts';
import { ordersNn } from './orders.nn.ts';

export const orders = defineMessages(ordersNb, ordersNn, ordersEn);
