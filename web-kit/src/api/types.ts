/** Shapes of the staff API, `/api/v1`. Times are ISO-8601 UTC strings, ids are UUID strings. */

export interface Money {
  /** Minor units of the currency (paise, pence); negative means money leaving the account. */
  amountMinor: number;
  currency: string;
}

export type Role = 'AGENT' | 'SENIOR_AGENT' | 'SUPERVISOR' | 'KNOWLEDGE_EDITOR' | 'ADMIN' | 'AUDITOR';
export type Permission =
  | 'CONVERSATION_READ'
  | 'CONVERSATION_WORK'
  | 'QUEUE_SUPERVISE'
  | 'KNOWLEDGE_READ'
  | 'KNOWLEDGE_WRITE'
  | 'KNOWLEDGE_APPROVE'
  | 'INTENT_READ'
  | 'INTENT_WRITE'
  | 'PROCEDURE_READ'
  | 'PROCEDURE_WRITE'
  | 'PROCEDURE_APPROVE'
  | 'PLUGIN_READ'
  | 'PLUGIN_WRITE'
  | 'TEAM_READ'
  | 'TEAM_WRITE'
  | 'AUDIT_READ'
  | 'INSIGHT_READ'
  | 'CUSTOMER_REVEAL'
  | 'RELEASE_READ'
  | 'RELEASE_WRITE'
  | 'OPERATION_APPROVE'
  | 'EVENT_SEND';

export interface Me {
  id: string;
  name: string;
  email: string;
  bank: { slug: string; name: string; currency: string; locale: string };
  roles: Role[];
  permissions: Permission[];
  environment: 'demo' | 'production';
}

export interface Items<T> {
  items: T[];
}
export interface Page<T> extends Items<T> {
  next?: string | number;
}

export interface Person {
  id: string;
  name: string;
}
