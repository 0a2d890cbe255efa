import type { Permission, Team } from '@openteller/web-kit';
import { describe, expect, it } from 'vitest';
import { sectionsFor } from '../src/app/sections.ts';
import { refusal } from '../src/features/knowledge/upload/send-file.ts';
import { effective } from '../src/features/team/effective.ts';
import { ROLES } from './fixture/world.mjs';

const roles = ROLES as unknown as Team['roles'];
const held = (name: string): Permission[] => roles.find((role) => role.name === name)?.permissions ?? [];

describe('what somebody sees', () => {
  it('is everything for an administrator', () => expect(sectionsFor(held('ADMIN'))).toHaveLength(8));

  it('leaves out the sections that a role never uses', () => {
    expect(sectionsFor(held('AGENT')).map((section) => section.label)).toEqual([
      'Conversations',
      'Knowledge',
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

describe('a file that is refused before it is sent', () => {
  it.each([
    ['empty.md', 0, 'DOCUMENT_UNREADABLE'],
    ['film.mp4', 10, 'DOCUMENT_TYPE_UNKNOWN'],
    ['atlas.pdf', 21 * 1024 * 1024, 'DOCUMENT_TOO_LARGE'],
  ])('is %s', (name, size, code) => expect(refusal({ name, size })?.code).toBe(code));

  it('is none that could be read', () => {
    expect(refusal({ name: 'FEES.PDF', size: 20 * 1024 * 1024 })).toBeUndefined();
  });
});
