import { Badge, Group, Text } from '@mantine/core';
import { Ago, type Packet, useNow } from '@openteller/web-kit';
import {
  IconCircleCheck,
  IconClockExclamation,
  IconMoodNeutral,
  IconMoodSad,
  IconMoodSmile,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Confidence, ReasonChip } from './chips.tsx';
import { humanise, languageName, MOODS } from './desk/words.ts';
import classes from './packet-card.module.css';

const MOOD_ICON = { CALM: IconMoodSmile, WORRIED: IconMoodNeutral, UPSET: IconMoodSad };

/** Everything the assistant learned, so that the customer is asked nothing twice. */
export function PacketCard({ packet, correction }: { packet: Packet; correction?: ReactNode }) {
  const Mood = MOOD_ICON[packet.mood] ?? IconMoodNeutral;
  return (
    <div className={classes.card}>
      <Text className={classes.summary} dir="auto">
        {packet.summary}
      </Text>
      <dl className={classes.grid}>
        <Pair name="Reason">
          <ReasonChip reason={packet.reason} />
        </Pair>
        <Pair name="Mood">
          <Group gap={5} component="span">
            <Mood size={16} aria-hidden /> {MOODS[packet.mood] ?? humanise(packet.mood)}
          </Group>
        </Pair>
        <Pair name="Intent">
          {packet.intent ? humanise(packet.intent) : 'Not recognised'}
          {correction && <div>{correction}</div>}
        </Pair>
        <Pair name="Confidence">
          {packet.confidence === undefined ? 'None given' : <Confidence value={packet.confidence} />}
        </Pair>
        <Pair name="Identity">{packet.verifiedIdentity}</Pair>
        <Pair name="Language">{languageName(packet.language)}</Pair>
      </dl>
      <Part title="Known facts" empty="The assistant collected none." count={packet.facts.length}>
        {packet.facts.map((fact) => (
          <li key={`${fact.label}${fact.at}`}>
            <div className={classes.line}>
              <span className={classes.label}>{fact.label}</span>
              <strong>{fact.value}</strong>
            </div>
            <div className={classes.source}>
              {fact.source} · <Ago at={fact.at} />
            </div>
          </li>
        ))}
      </Part>
      <Part title="Already tried" empty="Nothing was tried." count={packet.tried.length}>
        {packet.tried.map((step) => (
          <li key={`${step.what}${step.at}`} className={classes.step}>
            <IconCircleCheck size={15} aria-hidden />
            <div>
              <div>{step.what}</div>
              <div className={classes.source}>
                {step.result} · <Ago at={step.at} />
              </div>
            </div>
          </li>
        ))}
      </Part>
      {packet.promises.length > 0 && <Promises promises={packet.promises} />}
    </div>
  );
}

function Promises({ promises }: { promises: Packet['promises'] }) {
  const now = useNow(15_000);
  return (
    <Part title="Promised to the customer" empty="" count={promises.length}>
      {promises.map((promise) => (
        <li key={promise.text} className={classes.promise}>
          <IconClockExclamation size={15} aria-hidden />
          <div>
            <div>{promise.text}</div>
            {promise.dueAt && (
              <div className={classes.source}>
                due <Ago at={promise.dueAt} />
                {Date.parse(promise.dueAt) < now && (
                  <Badge ml={6} size="xs" color="red" variant="light">
                    Overdue
                  </Badge>
                )}
              </div>
            )}
          </div>
        </li>
      ))}
    </Part>
  );
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Part(props: { title: string; empty: string; count: number; children: ReactNode }) {
  return (
    <section>
      <h3 className={classes.heading}>{props.title}</h3>
      {props.count === 0 ? (
        <Text size="sm" c="dimmed">
          {props.empty}
        </Text>
      ) : (
        <ul className={classes.list}>{props.children}</ul>
      )}
    </section>
  );
}
