import { TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import classes from './editor.module.css';

export interface Offer {
  id: string;
  label: string;
  hint: string;
  icon: ReactNode;
}

interface PickListProps<O extends Offer> {
  /** What is searched, for whoever does not see it. */
  label: string;
  placeholder: string;
  listLabel: string;
  offers: readonly O[];
  /** What follows “as” is the name that it shall have. */
  named?: boolean;
  /** @param withShift Enter was pressed together with Shift */
  onTake: (offer: O, withShift: boolean, name: string | undefined) => void;
}

/** At once: the next key is already meant for it. */
const focusNow = (field: HTMLInputElement | null) => field?.focus();

/** How many lines are drawn while nothing, or something, is typed. */
const MANY = { all: 200, found: 40 };

/** One of many by typing a part of its words; what is called just so comes first, then what begins like it. */
export function PickList<O extends Offer>(props: PickListProps<O>) {
  const { label, placeholder, listLabel, offers, named, onTake } = props;
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const [wanted, name] = named ? parted(words) : [words, undefined];
  const found = useMemo(() => fitting(offers, wanted), [offers, wanted]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const offer = found[at];
    if (event.key === 'Enter' && offer) {
      event.preventDefault();
      onTake(offer, event.shiftKey, name);
    }
    if (by === 0) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(found.length - 1, at + by));
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <TextInput
        data-autofocus
        ref={focusNow}
        aria-label={label}
        placeholder={placeholder}
        leftSection={<IconSearch size={16} />}
        role="combobox"
        aria-expanded
        aria-controls="node-picker"
        aria-activedescendant={found[at] && `pick-${at}`}
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
        aria-label={listLabel}
        tabIndex={-1}
        ref={list}
      >
        {found.map((offer, place) => (
          <UnstyledButton
            key={offer.id}
            id={`pick-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            className={classes.offer ?? ''}
            onClick={() => onTake(offer, false, name)}
          >
            {offer.icon}
            <span>
              <strong>{offer.label}</strong>
              <span className={classes.offerHint}>{offer.hint}</span>
            </span>
          </UnstyledButton>
        ))}
      </div>
      {found.length === 0 && <p className={classes.hint}>Nothing is called like that.</p>}
    </>
  );
}

/** `ask as which-shop`: what is looked for, and the name for it. */
function parted(words: string): [string, string | undefined] {
  const match = /^(.*\S)\s+as(?:\s+(\S*))?\s*$/.exec(words);
  return match?.[1] ? [match[1], match[2] || undefined] : [words, undefined];
}

function fitting<O extends Offer>(offers: readonly O[], typed: string): O[] {
  const wanted = typed.toLowerCase().trim();
  if (wanted === '') return offers.slice(0, MANY.all);
  const words = wanted.split(/\s+/);
  const rank = ({ label, id }: Offer) => {
    const names = [label.toLowerCase(), id.toLowerCase()];
    if (names.includes(wanted)) return 0;
    return names.some((name) => name.startsWith(wanted)) ? 1 : 2;
  };
  const fits = offers.filter(({ label, hint, id }) => {
    const text = `${label} ${hint} ${id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return fits.sort((one, other) => rank(one) - rank(other)).slice(0, MANY.found);
}
