import { Checkbox, Stack } from '@mantine/core';
import { NumberField } from '../../../shared/forms/number-field.tsx';
import { Card } from '../../../shared/page.tsx';
import classes from '../models.module.css';
import { FAILURES } from '../words.ts';
import type { Draft } from './route-draft.ts';

interface PartProps {
  draft: Draft;
  disabled: boolean;
  onChange: (draft: Draft) => void;
}

/** After which failures the next model is asked, and whether one is asked before the first has failed. */
export function WhenItFails({ draft, disabled, onChange }: PartProps) {
  return (
    <Card title="When a model fails" hint="Ask the next one if…">
      <Checkbox.Group value={draft.fallbackOn} onChange={(fallbackOn) => onChange({ ...draft, fallbackOn })}>
        <Stack gap={10}>
          {FAILURES.map(({ value, label, hint }) => (
            <Checkbox key={value} value={value} label={label} description={hint} disabled={disabled} />
          ))}
        </Stack>
      </Checkbox.Group>
      <div className={classes.gap}>
        <NumberField
          label="Ask a second model after"
          hint="Whichever answers first is taken; the other is called off. Costs more, and waits less"
          none="Never"
          min={50}
          max={10_000}
          step={100}
          suffix=" ms"
          value={draft.hedgeAfterMillis}
          disabled={disabled}
          onChange={(hedgeAfterMillis) => onChange({ ...draft, hedgeAfterMillis } as Draft)}
        />
      </div>
    </Card>
  );
}
