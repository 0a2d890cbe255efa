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
  /** The newest answer is of an older state. */
  checking: boolean;
  /** Why the newest state could not be checked. */
  failed: string | undefined;
}

/** Asks the platform's checker a moment after the last change. The answer before stays until the next one is there. */
export function useFindings(definition: Definition, first: readonly Finding[] | undefined): Findings {
  const [all, setAll] = useState<readonly Finding[]>(() => readable(first ?? []));
  const [checked, setChecked] = useState<Definition>();
  const [failed, setFailed] = useState<string>();
  useEffect(() => {
    const gone = new AbortController();
    const timer = setTimeout(async () => {
      try {
        setAll(readable(await check(definition, gone.signal)));
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
  const byNode = useMemo(() => grouped(all), [all]);
  return { all, byNode, checking: checked !== definition, failed };
}

const readable = (all: readonly Finding[]): Finding[] =>
  all.map((each) => ({ ...each, message: problemWords(each.message) }));

export function grouped(all: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const each of all) groups.set(each.node ?? '', [...(groups.get(each.node ?? '') ?? []), each]);
  return groups;
}
