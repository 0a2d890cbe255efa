import type { ReactNode } from 'react';
import { Meter } from '../../../shared/meter.tsx';
import { humanise, languageName, percent, reasonOf } from '../../../shared/words.ts';
import type { ReadDecision } from './complete.ts';
import classes from './decision.module.css';
import { Step } from './step.tsx';

/** Language, intent with its rivals, and the words that raised a risk. */
export function Understood({ decision, icon }: { decision: ReadDecision; icon: ReactNode }) {
  const { language, intent, alternatives, also, signals, mood } = decision;
  if (!language && !intent) {
    return (
      <Step
        icon={icon}
        title="Understood"
        tone="off"
        finding="No new message was read: the conversation went on after a step of the customer."
      />
    );
  }
  return (
    <Step
      icon={icon}
      title="Understood"
      finding={
        <>
          {intent ? <strong>{humanise(intent.name)}</strong> : 'No intent was recognised'}
          {language && ` in ${languageName(language.code)} (${percent(language.confidence)} sure)`}.
        </>
      }
    >
      {intent && <Meter label={humanise(intent.name)} value={intent.confidence} />}
      {alternatives.map((other) => (
        <Meter key={other.name} label={humanise(other.name)} value={other.confidence} tone="muted" />
      ))}
      {also && also.length > 0 && (
        <p className={classes.quiet}>
          It also asks for {also.map((other) => humanise(other.name)).join(', ')}.
        </p>
      )}
      {mood && mood.mood !== 'CALM' && (
        <p className={classes.quiet}>
          The customer sounded <strong>{humanise(mood.mood).toLowerCase()}</strong>
          {mood.because.length > 0 && `: ${mood.because.join(', ')}`}.
        </p>
      )}
      {signals.length === 0 ? (
        <p className={classes.quiet}>No risk phrase in the message.</p>
      ) : (
        <ul className={classes.signals}>
          {signals.map((signal) => (
            <li key={`${signal.kind} ${signal.words}`}>
              <strong>{reasonOf(signal.kind)}</strong> because of <mark dir="auto">{signal.words}</mark>
            </li>
          ))}
        </ul>
      )}
    </Step>
  );
}
