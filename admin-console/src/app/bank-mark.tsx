import { Badge } from '@mantine/core';
import { useMe } from '../shared/me.tsx';
import classes from './navigation.module.css';

/** Whose platform this is and whether real customers are on it: always in sight. */
export function BankMark({ compact }: { compact?: boolean }) {
  const { bank, environment } = useMe();
  return (
    <span className={classes.bank}>
      <span className={classes.mark} aria-hidden>
        {bank.name.charAt(0)}
      </span>
      <span className={compact ? 'ot-visually-hidden' : classes.bankText}>
        <span className={classes.bankName}>{bank.name}</span>
        <Badge
          size="xs"
          radius="sm"
          variant="light"
          color={environment === 'demo' ? 'yellow' : 'teal'}
          className={classes.environment ?? ''}
        >
          {environment === 'demo' ? 'Demo' : 'Production'}
        </Badge>
      </span>
    </span>
  );
}
