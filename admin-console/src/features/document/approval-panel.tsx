import { type DocumentDetail, type DocumentVersion, dayOf, exactTime } from '@openteller/web-kit';
import {
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconEdit,
  IconFilePlus,
  IconHistory,
  IconInfoCircle,
  IconSend,
  IconX,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useMe } from '../../shared/me.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { StandingChip } from '../../shared/standing.tsx';
import { plural } from '../../shared/words.ts';
import { type Action, approvalsMissing, isAuthor, offersFor, pendingOf } from './actions.ts';
import type { Step } from './api.ts';
import classes from './document.module.css';
import { StepDialog } from './step-dialog.tsx';
import { useStep } from './steps.tsx';

const BUTTONS: Record<Action, { label: string; icon: typeof IconCheck }> = {
  edit: { label: 'Edit', icon: IconEdit },
  'new-version': { label: 'New version', icon: IconFilePlus },
  submit: { label: 'Submit for review', icon: IconSend },
  withdraw: { label: 'Withdraw', icon: IconArrowBackUp },
  approve: { label: 'Approve', icon: IconCheck },
  reject: { label: 'Send back', icon: IconX },
  revoke: { label: 'Revoke', icon: IconBan },
  'roll-back': { label: 'Bring back', icon: IconHistory },
};

interface ApprovalPanelProps {
  document: DocumentDetail;
  version: DocumentVersion;
  editing: boolean;
  contradictions: number;
  onEdit: () => void;
}

/** Where this version stands, who has to do what next, and the buttons for it. */
export function ApprovalPanel(props: ApprovalPanelProps) {
  const { document, version, editing, contradictions, onEdit } = props;
  const me = useMe();
  const [open, setOpen] = useState<Step>();
  const step = useStep(document, version);
  const possible = document.archived ? [] : offersFor(version, me, pendingOf(document.versions));
  const offers = possible.filter(
    ({ action }) => !(editing && (action === 'edit' || action === 'new-version')),
  );
  const own = version.standing === 'IN_REVIEW' && isAuthor(version, me);
  return (
    <section className={classes.panel} data-standing={version.standing} aria-label="Approval">
      <div className={classes.panelText}>
        <p className={classes.panelHead}>
          <strong>Version {version.version}</strong>
          <StandingChip standing={version.standing} />
        </p>
        <p className={classes.panelLine}>{sentenceFor(version)}</p>
        {version.changeNote && <p className={classes.quote}>“{version.changeNote}”</p>}
        {version.approvals.map((approval) => (
          <p key={`${approval.by} ${approval.at}`} className={classes.approvalLine}>
            <IconCheck size={15} stroke={2} aria-hidden />
            <span>
              Approved by {approval.by}, {dayOf(approval.at)}
              {approval.comment && `: “${approval.comment}”`}
            </span>
          </p>
        ))}
        {own && (
          <p className={classes.ownNote} role="note">
            <IconInfoCircle size={16} stroke={1.8} aria-hidden />
            You wrote this version, so you cannot approve it. Ask somebody with the permission “Approve
            documents”.
          </p>
        )}
      </div>
      <div className={classes.panelButtons}>
        {offers.map(({ action, needs, blocked }, index) => {
          const { label, icon: Icon } = BUTTONS[action];
          return (
            <PermitButton
              key={action}
              needs={needs}
              blocked={editing && action === 'submit' ? 'Save the text first' : blocked}
              variant={
                index === 0 && action !== 'revoke' && action !== 'roll-back' && action !== 'new-version'
                  ? 'filled'
                  : 'default'
              }
              leftSection={<Icon size={16} stroke={1.9} />}
              onClick={() => (action === 'edit' || action === 'new-version' ? onEdit() : setOpen(action))}
            >
              {label}
            </PermitButton>
          );
        })}
      </div>
      {open && (
        <StepDialog
          step={open}
          version={version}
          title={document.title}
          contradictions={contradictions}
          pending={step.isPending}
          onClose={() => setOpen(undefined)}
          onConfirm={(body) => step.mutate({ step: open, body }, { onSuccess: () => setOpen(undefined) })}
        />
      )}
    </section>
  );
}

function sentenceFor(version: DocumentVersion): string {
  const until = version.effectiveUntil ? ` until ${exactTime(version.effectiveUntil)}` : '';
  switch (version.standing) {
    case 'DRAFT':
      return `Written by ${version.by}. No answer is made from it before it is approved.`;
    case 'REJECTED':
      return `Sent back by ${version.rejectedBy ?? 'a reviewer'}: “${version.rejectedReason ?? ''}”`;
    case 'IN_REVIEW':
      return `Submitted by ${version.submittedBy ?? version.by}. Needs ${plural(approvalsMissing(version), 'more approval')}.`;
    case 'SCHEDULED':
      return `Begins ${version.effectiveFrom ? exactTime(version.effectiveFrom) : 'later'}${until}.`;
    case 'EFFECTIVE':
      return `Answers are made from it${version.effectiveFrom ? ` since ${exactTime(version.effectiveFrom)}` : ''}${until}.`;
    case 'EXPIRED':
      return `Its period ended${version.effectiveUntil ? ` on ${exactTime(version.effectiveUntil)}` : ''}.`;
    case 'SUPERSEDED':
      return `A later version took its place${version.supersededAt ? ` on ${exactTime(version.supersededAt)}` : ''}.`;
    case 'REVOKED':
      return `Revoked by ${version.revokedBy ?? 'somebody'}${version.revokedAt ? ` on ${exactTime(version.revokedAt)}` : ''}: “${version.revokedReason ?? ''}”`;
    default:
      return '';
  }
}
