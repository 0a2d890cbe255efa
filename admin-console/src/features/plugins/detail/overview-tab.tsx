import type { Plugin } from '@openteller/web-kit';
import { Card } from '../../../shared/page.tsx';
import classes from '../plugins.module.css';
import { Capabilities } from './capabilities.tsx';
import { Condition } from './condition.tsx';
import { Reach } from './reach.tsx';
import { Signature } from './signature.tsx';

/** What a security team reads first: who signed it, what it can do, what it sees, whom it calls. */
export function OverviewTab({ plugin }: { plugin: Plugin }) {
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        <Card
          title="What it can do"
          hint="The platform enforces risk class and proof of identity; no prompt and no plugin can go round them"
          flush
        >
          <Capabilities capabilities={plugin.capabilities} />
        </Card>
        <Reach plugin={plugin} />
        {plugin.privacy && (
          <Card title="Privacy" hint="In the publisher’s own words">
            <p className={classes.privacy}>{plugin.privacy}</p>
          </Card>
        )}
      </div>
      <div className={classes.stack}>
        <Condition plugin={plugin} />
        <Signature plugin={plugin} />
      </div>
    </div>
  );
}
