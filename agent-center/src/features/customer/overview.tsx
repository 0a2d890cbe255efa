import { type CustomerView, dayOf, MoneyText } from '@openteller/web-kit';
import { IconFlag } from '@tabler/icons-react';
import { humanise, languageName } from '../../shared/desk/words.ts';
import { useMe } from '../../shared/me.tsx';
import classes from './customer-panel.module.css';

/** What to know before answering: open disputes, contact data, the balances. */
export function Overview({ view }: { view: CustomerView }) {
  const { locale } = useMe().bank;
  const { profile } = view;
  return (
    <>
      {(view.disputes ?? []).map((dispute) => (
        <div key={dispute.reference} className={classes.dispute}>
          <IconFlag size={16} aria-hidden />
          <div className={classes.grow}>
            <div className={classes.main}>
              Dispute {dispute.reference} · {humanise(dispute.status)}
            </div>
            <div className={classes.minor}>
              {dispute.merchant}, opened {dayOf(dispute.openedAt)}
            </div>
          </div>
          <span className={classes.amount}>
            <MoneyText money={dispute.amount} locale={locale} />
          </span>
        </div>
      ))}
      <h3 className={classes.heading}>Accounts</h3>
      <ul className={classes.list}>
        {(view.accounts ?? []).map((account) => (
          <li key={account.ref}>
            <div className={classes.grow}>
              <div className={classes.main}>{account.nickname}</div>
              <div className={classes.minor}>
                {humanise(account.kind)} ··{account.last4}
              </div>
            </div>
            <span className={classes.amount}>
              <MoneyText money={account.balance} locale={locale} />
            </span>
          </li>
        ))}
      </ul>
      {profile && (
        <>
          <h3 className={classes.heading}>Contact, masked</h3>
          <dl className={classes.facts}>
            <dt>Customer number</dt>
            <dd>{profile.ref}</dd>
            <dt>Email</dt>
            <dd>{profile.emailMasked}</dd>
            <dt>Mobile</dt>
            <dd>{profile.mobileMasked}</dd>
            <dt>Language</dt>
            <dd>{languageName(profile.language)}</dd>
            <dt>Customer since</dt>
            <dd>{dayOf(profile.customerSince)}</dd>
          </dl>
        </>
      )}
    </>
  );
}
