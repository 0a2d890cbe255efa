import { useEditor } from '../editor/context.tsx';
import type { Node } from '../model/definition.ts';
import { changeNode } from '../model/edits.ts';
import { AskFields } from './ask-fields.tsx';
import { ClassifyFields, DecideFields } from './branch-fields.tsx';
import { ApproveFields, ConfirmFields, VerifyFields } from './consent-fields.tsx';
import { OperationFields } from './operation-fields.tsx';
import {
  EndFields,
  HandoffFields,
  NotifyFields,
  SayFields,
  SubflowFields,
  WaitFields,
} from './plain-fields.tsx';

/**
 * What a form of a kind of step gets.
 *
 * `change` merges; a field that becomes `undefined` is left out. `mark` keeps the letters of one field together for undo.
 */
export interface FieldsOf<N extends Node> {
  id: string;
  node: N;
  change: (patch: { [K in keyof N]?: N[K] | undefined }, mark?: string) => void;
}

export function NodeFields({ id, node }: { id: string; node: Node }) {
  const { draft } = useEditor();
  const change = (patch: object, mark?: string) =>
    draft.edit(
      (sheet) => changeNode(sheet, id, (old) => merged(old, patch)),
      mark === undefined ? undefined : `${id} ${mark}`,
    );
  const common = { id, change };
  switch (node.type) {
    case 'ask':
      return <AskFields {...common} node={node} />;
    case 'verify':
      return <VerifyFields {...common} node={node} />;
    case 'operation':
      return <OperationFields {...common} node={node} />;
    case 'decide':
      return <DecideFields {...common} node={node} />;
    case 'answer':
      return <SayFields {...common} node={node} />;
    case 'classify':
      return <ClassifyFields {...common} node={node} />;
    case 'confirm':
      return <ConfirmFields {...common} node={node} />;
    case 'approve':
      return <ApproveFields {...common} node={node} />;
    case 'notify':
      return <NotifyFields {...common} node={node} />;
    case 'wait':
      return <WaitFields {...common} node={node} />;
    case 'handoff':
      return <HandoffFields {...common} node={node} />;
    case 'subflow':
      return <SubflowFields {...common} node={node} />;
    case 'end':
      return <EndFields {...common} node={node} />;
  }
}

const merged = (node: Node, patch: object): Node =>
  Object.fromEntries(
    Object.entries({ ...node, ...patch }).filter(([, value]) => value !== undefined),
  ) as unknown as Node;
