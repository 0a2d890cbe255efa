import { asProblem } from '@openteller/web-kit';
import { useEffect, useMemo, useState } from 'react';
import { check } from '../api/check.ts';
import type { Finding } from '../api/types.ts';
import type { Definition } from '../model/definition.ts';
import { problemWords } from '../model/problem-words.ts';

const PAUSE_MILLIS = 450;

export interface Findings {
  all: readonly Finding[];
  /** By step; what concerns the whole is under the empty name. */
  byNode: ReadonlyMap<string, readonly Finding[]>;
  /** Those of them that were found before a step could not be read; until it can, nothing else is looked at. */
  before: readonly Finding[];
  /** Some step cannot be read, so the others are not checked now. */
  partial: boolean;
  /** The newest answer is of an older state. */
  checking: boolean;
  /** Why the newest state could not be checked. */
  failed: string | undefined;
}

/** Asks the platform's checker a moment after the last change. The answer before stays until the next one is there. */
export function useFindings(definition: Definition, first: readonly Finding[] | undefined): Findings {
  const [found, setFound] = useState<Found>(() => after({ now: [], whole: [] }, first ?? []));
  const [checked, setChecked] = useState<Definition>();
  const [failed, setFailed] = useState<string>();
  useEffect(() => {
    const gone = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await check(definition, gone.signal);
        setFound((known) => after(known, answer));
        setFailed(undefined);
        setChecked(definition);
      } catch (error) {
        if (!gone.signal.aborted) setFailed(asProblem(error).title);
      }
    }, PAUSE_MILLIS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [definition]);
  const partial = found.now.some(unread);
  const before = useMemo(() => kept(found, definition), [found, definition]);
  const all = useMemo(() => [...found.now, ...before], [found, before]);
  const byNode = useMemo(() => grouped(all), [all]);
  return { all, before, partial, byNode, checking: checked !== definition, failed };
}

/** What the checker says now, and what it said when it could last read all steps. */
export interface Found {
  now: readonly Finding[];
  whole: readonly Finding[];
}

const unread = ({ rule }: Finding) => rule === 'BAD_DEFINITION';

export function after(known: Found, answer: readonly Finding[]): Found {
  const now = readable(answer);
  return { now, whole: now.some(unread) ? known.whole : now };
}

/** Earlier findings of steps that are still there and can be read. */
export function kept({ now, whole }: Found, { nodes }: Definition): Finding[] {
  if (!now.some(unread)) return [];
  const bad = new Set(now.map(({ node }) => node));
  return whole.filter(({ node }) => !node || (nodes[node] !== undefined && !bad.has(node)));
}

const readable = (all: readonly Finding[]): Finding[] =>
  all.map((each) => ({ ...each, message: problemWords(each.message) }));

export function grouped(all: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const each of all) groups.set(each.node ?? '', [...(groups.get(each.node ?? '') ?? []), each]);
  return groups;
}
