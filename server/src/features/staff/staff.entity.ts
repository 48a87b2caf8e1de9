/** Staff and their organisations; rarely written, so they go through MikroORM. */
import { defineEntity, p } from '@mikro-orm/core';

const StaffOrganisationSchema = defineEntity({
  name: 'StaffOrganisation',
  tableName: 'staff_organisation',
  properties: { id: p.smallint().primary(), kind: p.string(), name: p.string() },
});
export class StaffOrganisation extends StaffOrganisationSchema.class {}
StaffOrganisationSchema.setClass(StaffOrganisation);

const StaffUserSchema = defineEntity({
  name: 'StaffUser',
  tableName: 'staff_user',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    organisation: () => p.manyToOne(StaffOrganisation).fieldName('organisation_id'),
    name: p.string(),
    email: p.string(),
    roles: p.array(),
    active: p.boolean().default(true),
    demo: p.boolean().default(false),
    preferences: p.json().$type<Record<string, unknown>>(),
    version: p.integer().version(),
    createdAt: p.datetime().onCreate(() => new Date()),
    lastSeenAt: p.datetime().nullable(),
  },
});
export class StaffUser extends StaffUserSchema.class {}
StaffUserSchema.setClass(StaffUser);

const StaffPasswordSchema = defineEntity({
  name: 'StaffPassword',
  tableName: 'staff_password',
  properties: {
    staffUserId: p.bigint('string').primary().fieldName('staff_user_id'),
    hash: p.string(),
    mustChange: p.boolean().default(false),
    changedAt: p.datetime(),
  },
});
export class StaffPassword extends StaffPasswordSchema.class {}
StaffPasswordSchema.setClass(StaffPassword);
