import { Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { LiveTried, WireExchange } from '../api/stored.ts';
import classes from '../connectors.module.css';

const WORDS: Record<LiveTried['outcome'], string> = {
  DONE: 'It works',
  NOT_FOUND: 'Not found',
  REFUSED: 'The bank refuses',
  UNAVAILABLE: 'No result',
  FAILED: 'The plugin failed',
};

/** What the operation would have given, and every request behind it. */
export function LiveOutcome({ tried, asking }: { tried: LiveTried | undefined; asking: boolean }) {
  if (asking) return <Skeleton height={160} aria-label="The bank is asked" />;
  if (!tried) return <p className={classes.lead}>Nothing was asked yet.</p>;
  const good = tried.outcome === 'DONE';
  const Icon = good ? IconCircleCheck : IconAlertTriangle;
  const faults = tried.faults ?? [];
  return (
    <div className={classes.stack}>
      <p className={classes.fault} role="status">
        <Icon size={17} aria-hidden />
        <span>
          <strong>{WORDS[tried.outcome]}</strong> after {tried.millis} ms
          {tried.detail ? `: ${tried.detail}` : ''}
        </span>
      </p>
      {tried.result && (
        <section aria-label="What comes out">
          <h3 className={classes.heading}>What comes out</h3>
          <pre className={classes.result} tabIndex={0}>
            {JSON.stringify(tried.result.value ?? tried.result.message ?? null, null, 2)}
          </pre>
        </section>
      )}
      {faults.length > 0 && (
        <ul className={classes.notes} aria-label="What does not fit">
          {faults.map((fault) => (
            <li key={fault} className={classes.fault}>
              <IconAlertTriangle size={15} aria-hidden /> {fault}
            </li>
          ))}
        </ul>
      )}
      {(tried.exchanges ?? []).map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same request may be sent twice
        <Exchange key={at} exchange={each} />
      ))}
    </div>
  );
}

function Exchange({ exchange }: { exchange: WireExchange }) {
  const { method, address, headers = {}, body, status, answer, fault, millis } = exchange;
  return (
    <section className={classes.exchange} aria-label={`${method} ${address}`}>
      <h3>
        {method} {address}
      </h3>
      <p className={classes.hint}>
        {status ? `${status} after ${millis} ms` : `${fault ?? 'no answer'}, ${millis} ms`}
      </p>
      <dl>
        {Object.entries(headers).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {body && <Text words="What was sent" text={body} />}
      {answer && <Text words="The bank’s answer" text={laidOut(answer)} />}
    </section>
  );
}

function Text({ words, text }: { words: string; text: string }) {
  return (
    <>
      <p className={classes.hint}>{words}</p>
      <pre className={classes.result} tabIndex={0}>
        {text}
      </pre>
    </>
  );
}

function laidOut(answer: string): string {
  try {
    return JSON.stringify(JSON.parse(answer), null, 2);
  } catch {
    return answer;
  }
}
