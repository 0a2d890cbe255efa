import { EmptyState, type InsightOverview } from '@openteller/web-kit';
import { Meter } from '../../shared/meter.tsx';
import { Card } from '../../shared/page.tsx';
import { count, humanise, languageName, percent, reasonOf } from '../../shared/words.ts';
import classes from './dashboard.module.css';

/** By intent, by reason, by language: bars measured against the longest of their list. */
export function BreakDowns({ overview }: { overview: InsightOverview }) {
  const { byIntent, byReason, byLanguage } = overview;
  const topIntent = Math.max(1, ...byIntent.map((each) => each.count));
  const topReason = Math.max(1, ...byReason.map((each) => each.count));
  const spoken = byLanguage.reduce((sum, each) => sum + each.count, 0);
  return (
    <div className={classes.thirds}>
      <Card
        title="What customers ask about"
        hint="The bright part was answered by the assistant"
        aside={<span className={classes.asideNote}>answered</span>}
      >
        {byIntent.length === 0 && <Nothing text="No message was understood in this time." />}
        {byIntent.map((each) => (
          <div key={each.intent} className={classes.intent}>
            <span className={classes.intentName}>{humanise(each.intent)}</span>
            <span className={classes.intentTrack} aria-hidden>
              <span className={classes.intentAll} style={{ width: `${(each.count / topIntent) * 100}%` }}>
                <span style={{ width: `${(each.contained / Math.max(1, each.count)) * 100}%` }} />
              </span>
            </span>
            <span className={classes.intentCount}>{count(each.count)}</span>
            <span className={classes.intentShare}>{percent(each.contained / Math.max(1, each.count))}</span>
          </div>
        ))}
      </Card>
      <Card title="Why people were needed" hint="Reasons of the handovers">
        {byReason.length === 0 && <Nothing text="Nothing was handed to a person in this time." />}
        {byReason.map((each) => (
          <Meter
            key={each.reason}
            label={reasonOf(each.reason)}
            value={each.count / topReason}
            tone="warn"
            text={count(each.count)}
          />
        ))}
      </Card>
      <Card title="Languages" hint="As understood from what customers wrote">
        {byLanguage.length === 0 && <Nothing text="No language was recognised in this time." />}
        {byLanguage.map((each) => (
          <Meter
            key={each.language}
            label={languageName(each.language)}
            value={each.count / Math.max(1, spoken)}
            text={`${count(each.count)} · ${percent(each.count / Math.max(1, spoken))}`}
            long
          />
        ))}
      </Card>
    </div>
  );
}

function Nothing({ text }: { text: string }) {
  return <EmptyState kind="none" compact title="Nothing to show" text={text} />;
}
