import { UnstyledButton } from '@mantine/core';
import { Ago, type IntentModel } from '@openteller/web-kit';
import { Chip } from '../../../shared/chips.tsx';
import { Card } from '../../../shared/page.tsx';
import { percent, plural } from '../../../shared/words.ts';
import classes from '../intents.module.css';
import { modelName, STATES } from '../words.ts';

interface ModelListProps {
  models: readonly IntentModel[];
  chosen: number | undefined;
  onChoose: (model: number) => void;
}

export function ModelList({ models, chosen, onChoose }: ModelListProps) {
  return (
    <Card title="Models" flush>
      <ol className={classes.modelList}>
        {models.map((model) => (
          <li key={model.number}>
            <UnstyledButton
              className={classes.model ?? ''}
              aria-current={model.number === chosen}
              onClick={() => onChoose(model.number)}
            >
              <span className={classes.modelHead}>
                <strong>{modelName(model.number)}</strong>
                {(model.state !== 'RETIRED' || model.kept) && (
                  <Chip color={STATES[model.state].colour}>{STATES[model.state].label}</Chip>
                )}
              </span>
              <span className={classes.sub}>
                {percent(model.accuracy, 1)} · {plural(model.examples, 'example')} ·{' '}
                {plural(model.intents, 'intent')}
              </span>
              <span className={classes.sub}>
                {model.trainedAt ? (
                  <>
                    <Ago at={model.trainedAt} /> by {model.trainedBy}
                  </>
                ) : (
                  'comes with the platform'
                )}
                {model.release !== undefined && ` · release ${model.release}`}
                {model.state === 'RETIRED' && !model.kept && ' · never published'}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </Card>
  );
}
