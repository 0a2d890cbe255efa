import { Modal, NativeSelect } from '@mantine/core';
import { KeyHint } from '@openteller/web-kit';
import { IconArrowRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Catalogue } from '../api/operations.ts';
import type { Operation } from '../api/types.ts';
import { type Definition, type Node, orderOf, type Point, type Sheet } from '../model/definition.ts';
import { addNode, addOperation, connect, type Known, wayTo } from '../model/edits.ts';
import { type ExitKey, exitsOf } from '../model/exits.ts';
import { onlyArguments } from '../model/scope.ts';
import { NODE_TYPES, TYPE_WORDS } from '../model/summary.ts';
import { NodeIcon } from '../node-icons.tsx';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';
import { focusInspector, focusStep } from './focus.ts';
import { type Offer, PickList } from './pick-list.tsx';

/** From where the new step is reached, and where it shall stand. */
export interface Picking {
  from?: string | undefined;
  keys?: ExitKey[] | undefined;
  at?: Point | undefined;
}
interface StepOffer extends Offer {
  add: (sheet: Sheet, name?: string) => Sheet & { added: string };
}

/** Finds a kind of step, an operation of the bank, or a step that is there to lead to. */
export function NodePicker({ picking, onClose }: { picking: Picking; onClose: () => void }) {
  const { draft, catalogue, select, openPanel, phone } = useEditor();
  const { from, at } = picking;
  const source = from ? draft.sheet.definition.nodes[from] : undefined;
  const [chosen, setChosen] = useState<readonly ExitKey[] | undefined>(picking.keys);
  const keys = chosen ?? usual(source);
  const offers = useMemo(
    () => offersOf({ from, chosen, keys: chosen ?? usual(source), at }, draft.sheet, catalogue),
    [from, chosen, source, at, draft.sheet, catalogue],
  );
  const take = (offer: StepOffer, andOpen: boolean, name: string | undefined) => {
    const { added } = offer.add(draft.sheet, name);
    draft.edit((sheet) => offer.add(sheet, name));
    select(added);
    openPanel('step');
    onClose();
    if (andOpen && !phone) focusInspector(added);
    else focusStep(added);
  };
  return (
    <Modal
      opened
      onClose={() => {
        onClose();
        focusStep(from);
      }}
      returnFocus={false}
      title={from ? `Add a step after “${from}”` : 'Add a step'}
      size="lg"
      radius="lg"
    >
      <PickList
        label="Find a step"
        placeholder={
          from ? 'Ask, operation, block a card, or a step to lead to…' : 'Ask, operation, block a card…'
        }
        listLabel="Steps"
        offers={offers}
        named
        onTake={take}
      />
      {from && source && <Way node={source} keys={keys} onChange={setChosen} />}
      {!phone && (
        <p className={classes.pickerKeys}>
          <span>
            <KeyHint keys="Enter" /> adds
          </span>
          <span>
            <KeyHint keys="shift+Enter" /> adds and opens it
          </span>
          <span>
            “ask <strong>as which-shop</strong>” names it
          </span>
          {from && source && exitsOf(source).length > 1 && (
            <span>
              <KeyHint keys="Tab" /> chooses the way
            </span>
          )}
        </p>
      )}
    </Modal>
  );
}

const usual = (source: Node | undefined): ExitKey[] => {
  const way = source && wayTo(source);
  return way ? [way] : [];
};

/** Which way out of the step leads to the one that is chosen. */
function Way(props: { node: Node; keys: readonly ExitKey[]; onChange: (keys: readonly ExitKey[]) => void }) {
  const { node, keys, onChange } = props;
  const exits = exitsOf(node);
  if (exits.length === 0)
    return <p className={classes.hint}>Nothing leads on from there: the new step stands alone for now.</p>;
  const together = keys.length > 1;
  return (
    <NativeSelect
      mt="sm"
      size="xs"
      label="By the way"
      value={keys.join(' ')}
      data={[
        ...(together
          ? [
              {
                value: keys.join(' '),
                label: exits
                  .filter(({ key }) => keys.includes(key))
                  .map(({ words }) => words)
                  .join(', '),
              },
            ]
          : []),
        ...exits.map(({ key, words, target }) => ({
          value: key,
          label: target ? `${words}, before “${target}”` : `${words}, which leads nowhere yet`,
        })),
        { value: '', label: 'none: it stands alone for now' },
      ]}
      onChange={(event) => {
        const value = event.currentTarget.value;
        onChange(value === '' ? [] : (value.split(' ') as ExitKey[]));
      }}
    />
  );
}

interface Wanted {
  from: string | undefined;
  /** What a person chose; nothing while the usual way will do. */
  chosen: readonly ExitKey[] | undefined;
  keys: readonly ExitKey[];
  at: Point | undefined;
}

function offersOf({ from, chosen, keys, at }: Wanted, sheet: Sheet, catalogue: Catalogue): StepOffer[] {
  const origin = from ? { id: from, exit: chosen && (chosen[0] ?? null) } : undefined;
  // Ways out that a person let go together lead to the new step together.
  const rest = (made: Sheet & { added: string }) =>
    from && keys.length > 1 ? { ...connect(made, from, keys, made.added), added: made.added } : made;
  const kinds = NODE_TYPES.map(
    (type): StepOffer => ({
      id: type,
      label: TYPE_WORDS[type].label,
      hint: TYPE_WORDS[type].does,
      icon: <NodeIcon type={type} />,
      add: (now, name) => rest(addNode(now, type, origin, at, name)),
    }),
  );
  const there = orderOf(sheet)
    .filter((id) => from !== undefined && keys.length > 0 && id !== from)
    .map(
      (id): StepOffer => ({
        id: `to ${id}`,
        label: id,
        hint: 'Is there: lead to this step',
        icon: <IconArrowRight size={18} stroke={1.8} aria-hidden />,
        add: (now) => ({ ...connect(now, from ?? '', keys, id), added: from ?? id }),
      }),
    );
  const operations = catalogue.all.map(
    (each): StepOffer => ({
      id: each.name,
      label: each.title,
      hint: `${each.name} · ${each.summary}`,
      icon: <NodeIcon type="operation" />,
      add: (now, name) =>
        rest(addOperation(now, each.name, origin, at, { name, ...knownOf(each, now.definition, catalogue) })),
    }),
  );
  return [...kinds, ...operations, ...there];
}

/** What is read is kept, and so is what comes of what the customer wants; a note or an alert is done and forgotten. */
const knownOf = (operation: Operation, definition: Definition, { outputs }: Catalogue): Known => ({
  told: onlyArguments(definition, operation.input, outputs),
  keeps: operation.risk === 'READ' || operation.audience === 'CUSTOMER',
});
