import type { Permission, Team } from '@openteller/web-kit';
import { describe, expect, it } from 'vitest';
import { sectionsFor } from '../src/app/sections.ts';
import { effective } from '../src/features/team/effective.ts';
import { ROLES } from './fixture/world.mjs';

const roles = ROLES as unknown as Team['roles'];
const held = (name: string): Permission[] => roles.find((role) => role.name === name)?.permissions ?? [];

describe('what somebody sees', () => {
  it('is everything for an administrator', () => expect(sectionsFor(held('ADMIN'))).toHaveLength(18));

  it('leaves out the sections that a role never uses', () => {
    expect(sectionsFor(held('AGENT')).map((section) => section.label)).toEqual([
      'Conversations',
      'Library',
      'Ask as a customer',
      'Gaps',
      'Approved wording',
      'Intents',
    ]);
  });
});

describe('roles together', () => {
  it('may what any of them may, each thing once', () => {
    const both = effective(roles, ['AGENT', 'KNOWLEDGE_EDITOR']);
    expect(both).toContain('CONVERSATION_WORK');
    expect(both).toContain('KNOWLEDGE_WRITE');
    expect(new Set(both).size).toBe(both.length);
  });

  it('may nothing when there are none', () => expect(effective(roles, [])).toEqual([]));
});
