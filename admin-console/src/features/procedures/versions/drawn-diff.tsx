import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useEditor } from '../editor/context.tsx';
import type { Definition, Sheet } from '../model/definition.ts';
import { changedNodes, differenceOf } from '../model/diff.ts';
import { ChangeList } from './change-list.tsx';
import classes from './versions.module.css';

const DiffCanvas = lazy(async () => ({ default: (await import('../canvas/diff-canvas.tsx')).DiffCanvas }));

interface DrawnDiffProps {
  before: Definition;
  after: Sheet;
  names: { before: string; after: string };
}

/** Two versions in one drawing, with what changed marked by word; beside it each change with before and after. */
export function DrawnDiff({ before, after, names }: DrawnDiffProps) {
  const { phone } = useEditor();
  const [chosen, setChosen] = useState<string>();
  const difference = useMemo(() => differenceOf(before, after.definition), [before, after]);
  const many = { added: 0, removed: 0, changed: 0 };
  for (const { mark } of changedNodes(difference)) if (mark !== 'same') many[mark] += 1;
  return (
    <div className={classes.diff}>
      <p className={classes.summary}>
        {many.added} added · {many.changed} changed · {many.removed} removed
        {difference.about.length > 0 && ` · ${difference.about.length} about the whole`}
      </p>
      <div className={classes.columns}>
        {!phone && (
          <Suspense fallback={<Skeleton height={560} radius="lg" />}>
            <DiffCanvas
              before={before}
              after={after}
              difference={difference}
              chosen={chosen}
              onChoose={setChosen}
            />
          </Suspense>
        )}
        <ChangeList
          difference={difference}
          before={names.before}
          after={names.after}
          chosen={chosen}
          onChoose={setChosen}
        />
      </div>
    </div>
  );
}
