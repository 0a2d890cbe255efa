import { Modal, TextInput, UnstyledButton } from '@mantine/core';
import { IconArrowRight, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Catalogue } from '../api/operations.ts';
import { orderOf, type Point, type Sheet } from '../model/definition.ts';
import { addNode, addOperation, connect } from '../model/edits.ts';
import type { ExitKey } from '../model/exits.ts';
import { NODE_TYPES, TYPE_WORDS } from '../model/summary.ts';
import { NodeIcon } from '../node-icons.tsx';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';
import { focusStep } from './focus.ts';

/** From where the new step is reached, and where it shall stand. */
export interface Picking {
  from?: string | undefined;
  keys?: ExitKey[] | undefined;
  at?: Point | undefined;
}
interface Offer {
  id: string;
  label: string;
  hint: string;
  icon: React.ReactNode;
  add: (sheet: Sheet) => Sheet & { added: string };
}

/** At once: the next key is already meant for it. */
const focusNow = (field: HTMLInputElement | null) => field?.focus();

/** Finds a kind of step, an operation of the bank, or a step that is there to lead to. */
export function NodePicker({ picking, onClose }: { picking: Picking; onClose: () => void }) {
  const { draft, catalogue, select, openPanel } = useEditor();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const offers = useMemo(
    () =>
      offersOf(picking, draft.sheet, catalogue)
        .filter(fits(words))
        .slice(0, words ? 40 : 200),
    [picking, draft.sheet, catalogue, words],
  );
  const take = (offer: Offer | undefined) => {
    if (!offer) return;
    const { added } = offer.add(draft.sheet);
    draft.edit(offer.add);
    select(added);
    openPanel('step');
    onClose();
    focusStep(added);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') take(offers[at]);
    if (by === 0) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(offers.length - 1, at + by));
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <Modal
      opened
      onClose={() => {
        onClose();
        focusStep(picking.from);
      }}
      returnFocus={false}
      title={picking.from ? `Add a step after “${picking.from}”` : 'Add a step'}
      size="lg"
      radius="lg"
    >
      <TextInput
        data-autofocus
        ref={focusNow}
        aria-label="Find a step"
        placeholder="Ask, operation, block a card…"
        leftSection={<IconSearch size={16} />}
        role="combobox"
        aria-expanded
        aria-controls="node-picker"
        aria-activedescendant={offers[at] && `pick-${at}`}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        className={classes.offers}
        id="node-picker"
        role="listbox"
        aria-label="Steps"
        tabIndex={-1}
        ref={list}
      >
        {offers.map((offer, place) => (
          <UnstyledButton
            key={offer.id}
            id={`pick-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            className={classes.offer ?? ''}
            onClick={() => take(offer)}
          >
            {offer.icon}
            <span>
              <strong>{offer.label}</strong>
              <span className={classes.offerHint}>{offer.hint}</span>
            </span>
          </UnstyledButton>
        ))}
      </div>
      {offers.length === 0 && <p className={classes.hint}>Nothing is called like that.</p>}
    </Modal>
  );
}

const fits = (words: string) => (offer: Offer) =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${offer.label} ${offer.hint} ${offer.id}`.toLowerCase().includes(word));

function offersOf({ from, keys, at }: Picking, sheet: Sheet, catalogue: Catalogue): Offer[] {
  const origin = from ? { id: from, exit: keys?.[0] } : undefined;
  // Ways out that a person let go together lead to the new step together.
  const rest = (made: Sheet & { added: string }) =>
    from && keys && keys.length > 1 ? { ...connect(made, from, keys, made.added), added: made.added } : made;
  const kinds = NODE_TYPES.map(
    (type): Offer => ({
      id: type,
      label: TYPE_WORDS[type].label,
      hint: TYPE_WORDS[type].does,
      icon: <NodeIcon type={type} />,
      add: (now) => rest(addNode(now, type, origin, at)),
    }),
  );
  const there = orderOf(sheet)
    .filter(() => from !== undefined && keys !== undefined)
    .map(
      (id): Offer => ({
        id: `to ${id}`,
        label: id,
        hint: 'Lead to this step',
        icon: <IconArrowRight size={18} stroke={1.8} aria-hidden />,
        add: (now) => ({ ...connect(now, from ?? '', keys ?? [], id), added: id }),
      }),
    );
  const operations = catalogue.all.map(
    (each): Offer => ({
      id: each.name,
      label: each.title,
      hint: `${each.name} · ${each.summary}`,
      icon: <NodeIcon type="operation" />,
      add: (now) => rest(addOperation(now, each.name, origin, at)),
    }),
  );
  return [...kinds, ...there, ...operations];
}
