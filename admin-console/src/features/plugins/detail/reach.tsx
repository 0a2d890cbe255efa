import type { Plugin } from '@openteller/web-kit';
import { IconDatabase, IconGauge, IconWorld } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Card } from '../../../shared/page.tsx';
import { millis } from '../../../shared/words.ts';
import classes from '../plugins.module.css';
import { dataName, hostWords, settingTitle } from '../words.ts';

/** What it may reach: hosts, data and the share of the platform's own means. */
export function Reach({ plugin }: { plugin: Plugin }) {
  const title = (setting: string) => settingTitle(plugin.settingsSchema, setting);
  return (
    <Card title="What it reaches" hint="Anything beyond this is refused by the platform">
      <div className={classes.reach}>
        <Part
          icon={<IconWorld size={17} />}
          title="Hosts it calls"
          none="None: it never leaves the platform."
        >
          {plugin.egress.map((host) => (
            <li key={host}>{hostWords(host, title)}</li>
          ))}
        </Part>
        <Part icon={<IconDatabase size={17} />} title="Data it reads" none="None about customers.">
          {plugin.dataRead.map((data) => (
            <li key={data}>{dataName(data)}</li>
          ))}
        </Part>
        <Part icon={<IconGauge size={17} />} title="Limits" none="The platform’s own limits.">
          {limitsOf(plugin).map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </Part>
      </div>
    </Card>
  );
}

function limitsOf({ resources, isolated }: Plugin): string[] {
  if (!resources) return [];
  const { timeoutMillis, heapMegabytes, callsPerSecond, callsAtOnce } = resources;
  return [
    timeoutMillis && `${millis(timeoutMillis)} for a call`,
    callsPerSecond && `${callsPerSecond} calls a second`,
    callsAtOnce && `${callsAtOnce} calls at once`,
    isolated && heapMegabytes && `${heapMegabytes} MB of memory`,
  ].filter((limit) => typeof limit === 'string');
}

function Part(props: { icon: ReactNode; title: string; none: string; children: ReactNode[] }) {
  return (
    <section className={classes.part}>
      <h3>
        <span aria-hidden>{props.icon}</span>
        {props.title}
      </h3>
      {props.children.length > 0 ? <ul>{props.children}</ul> : <p className={classes.sub}>{props.none}</p>}
    </section>
  );
}
