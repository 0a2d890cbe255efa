import { SegmentedControl } from '@mantine/core';
import type { ModelComparison } from '@openteller/web-kit';
import { useState } from 'react';
import { Card } from '../../../shared/page.tsx';
import { count, percent, plural } from '../../../shared/words.ts';
import classes from '../intents.module.css';
import { modelName, theModel } from '../words.ts';

const SHOWN = 8;

interface ComparisonCardProps {
  comparison: ModelComparison;
  model: number;
  titleOf: (name: string) => string;
}

/** The model beside the one that was in force when it was trained. */
export function ComparisonCard({ comparison, model, titleOf }: ComparisonCardProps) {
  const [which, setWhich] = useState(comparison.worse > 0 ? 'worse' : 'better');
  const gain = comparison.candidateAccuracy - comparison.liveAccuracy;
  const changes = comparison.changes.filter(
    (change) => (change.candidate === change.intent) === (which === 'better'),
  );
  return (
    <Card
      title={`Beside ${theModel(comparison.live)}`}
      hint={`Both on the same ${plural(comparison.compared, 'example')}, neither judged by what it was taught`}
    >
      <dl className={classes.beside}>
        <div>
          <dt>{modelName(model)}</dt>
          <dd>{percent(comparison.candidateAccuracy, 1)}</dd>
        </div>
        <div>
          <dt>{modelName(comparison.live)}</dt>
          <dd>{percent(comparison.liveAccuracy, 1)}</dd>
        </div>
        <div data-tone={gain >= 0 ? 'ok' : 'bad'}>
          <dt>Difference</dt>
          <dd>
            {gain >= 0 ? '+' : '−'}
            {Math.abs(gain * 100).toFixed(1)} points
          </dd>
        </div>
      </dl>
      {comparison.better + comparison.worse > 0 && (
        <>
          <SegmentedControl
            mt="sm"
            size="xs"
            aria-label="Which changes"
            value={which}
            onChange={setWhich}
            data={[
              { value: 'worse', label: `Got worse: ${count(comparison.worse)}` },
              { value: 'better', label: `Got better: ${count(comparison.better)}` },
            ]}
          />
          {changes.length === 0 ? (
            <p className={classes.sub}>{which === 'worse' ? 'Nothing got worse.' : 'Nothing got better.'}</p>
          ) : (
            <ul className={classes.changes}>
              {changes.slice(0, SHOWN).map((change) => (
                <li key={change.text}>
                  <q dir="auto">{change.text}</q>
                  <span className={classes.sub}>
                    is “{titleOf(change.intent)}”,{' '}
                    {which === 'better'
                      ? `was taken for “${titleOf(change.live)}”`
                      : `now taken for “${titleOf(change.candidate)}”`}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Card>
  );
}
