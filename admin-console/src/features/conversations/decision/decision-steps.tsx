import {
  IconBook2,
  IconBuildingBank,
  IconEar,
  IconGauge,
  IconListCheck,
  IconShieldCheck,
  IconStopwatch,
} from '@tabler/icons-react';
import { Meter } from '../../../shared/meter.tsx';
import { humanise, millis, percent, plural } from '../../../shared/words.ts';
import type { ReadDecision } from './complete.ts';
import classes from './decision.module.css';
import { Guard } from './guard.tsx';
import { Operations } from './operations.tsx';
import { Passages } from './passages.tsx';
import { Rules } from './rules.tsx';
import { Step } from './step.tsx';
import { Understood } from './understood.tsx';
import { Waterfall } from './waterfall.tsx';

const ICON = { size: 17, stroke: 1.8 };

/** Understood, ruled, looked up, called, checked, how sure, how long: each station says what it found, or that it found nothing. */
export function DecisionSteps({ decision }: { decision: ReadDecision }) {
  const { considered, passages, operations, confidence, steps } = decision;
  const cited = passages.filter((passage) => passage.cited).length;
  return (
    <ol className={classes.steps}>
      <Understood decision={decision} icon={<IconEar {...ICON} />} />
      <Step
        icon={<IconListCheck {...ICON} />}
        title="Rules"
        badge={plural(considered.length, 'rule')}
        finding={
          considered.length === 0
            ? 'No rule was tried.'
            : `Tried in order, the most cautious first; ${decision.rule} decided.`
        }
      >
        <Rules considered={considered} />
      </Step>
      <Step
        icon={<IconBook2 {...ICON} />}
        title="Documents"
        tone={passages.length === 0 ? 'off' : undefined}
        badge={passages.length > 0 ? `${cited} cited of ${passages.length}` : undefined}
        finding={
          passages.length === 0
            ? 'No document was looked up: the rule did not need one.'
            : cited === 0
              ? 'Passages were found, but none was good enough to be quoted.'
              : 'The reply quotes the marked passages; the others were weighed and left out.'
        }
      >
        <Passages passages={passages} />
      </Step>
      <Step
        icon={<IconBuildingBank {...ICON} />}
        title="Bank systems"
        tone={operations.length === 0 ? 'off' : undefined}
        badge={operations.length > 0 ? plural(operations.length, 'call') : undefined}
        finding={
          operations.length === 0 ? 'No system of the bank was called.' : 'Called with these arguments:'
        }
      >
        <Operations operations={operations} />
      </Step>
      <Guard guard={decision.guard} icon={<IconShieldCheck {...ICON} />} />
      <Step
        icon={<IconGauge {...ICON} />}
        title="Confidence"
        tone={confidence ? undefined : 'off'}
        badge={confidence ? percent(confidence.value) : undefined}
        finding={
          confidence
            ? 'As sure as the least sure of its parts.'
            : 'Nothing was weighed in this turn: the rule alone decided.'
        }
      >
        {confidence?.parts.map((part) => (
          <Meter key={part.name} label={humanise(part.name)} value={part.value} />
        ))}
      </Step>
      <Step
        icon={<IconStopwatch {...ICON} />}
        title="Time"
        badge={millis(decision.millis)}
        finding={steps.length === 0 ? 'No step was timed.' : 'Where it went, in order.'}
      >
        <Waterfall steps={steps} total={decision.millis} />
      </Step>
    </ol>
  );
}
