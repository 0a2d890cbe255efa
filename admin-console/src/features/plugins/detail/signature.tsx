import type { Plugin } from '@openteller/web-kit';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { Card } from '../../../shared/page.tsx';
import classes from '../plugins.module.css';
import { shortHash } from '../words.ts';
import { Facts } from './facts.tsx';

const TRUST = {
  PLATFORM: 'Signed with the platform’s own key',
  PARTNER: 'Signed by a partner whose key the operator trusts',
} as const;

/** Who answers for this package. Nothing of it ran before the signature was checked. */
export function Signature({ plugin }: { plugin: Plugin }) {
  const { publisher, trust } = plugin;
  const hash = plugin.versions.find((each) => each.current)?.sha256;
  const Icon = trust ? IconShieldCheck : IconShieldX;
  return (
    <Card title="Signature">
      <p className={classes.trust} data-trusted={trust !== undefined}>
        <Icon size={18} stroke={1.8} aria-hidden />
        {trust ? TRUST[trust] : 'No signature was accepted'}
      </p>
      <Facts
        facts={[
          ['Publisher', publisher?.name ?? plugin.provider],
          ['Key', publisher?.key && <code className={classes.code}>{publisher.key}</code>],
          [
            'SHA-256',
            hash && (
              <code className={classes.code} title={hash}>
                {shortHash(hash)}
              </code>
            ),
          ],
          ['Runs', plugin.isolated ? 'in a process of its own' : 'inside the platform'],
        ]}
      />
    </Card>
  );
}
