import { Modal } from '@mantine/core';
import { useMemo } from 'react';
import { orderOf } from '../model/definition.ts';
import { summaryOf, TYPE_WORDS } from '../model/summary.ts';
import { NodeIcon } from '../node-icons.tsx';
import { useEditor } from './context.tsx';
import { focusInspector, focusStep } from './focus.ts';
import { type Offer, PickList } from './pick-list.tsx';

/** Goes to a step by a part of its name or of what it does. */
export function StepFinder({ onClose }: { onClose: () => void }) {
  const { draft, catalogue, languages, selected, select, openPanel, phone } = useEditor();
  const { nodes } = draft.sheet.definition;
  const offers = useMemo(
    () =>
      orderOf(draft.sheet).flatMap((id): Offer[] => {
        const node = nodes[id];
        if (!node) return [];
        const hint = `${TYPE_WORDS[node.type].label} · ${summaryOf(node, languages, catalogue.titleOf)}`;
        return [{ id, label: id, hint, icon: <NodeIcon type={node.type} /> }];
      }),
    [draft.sheet, nodes, languages, catalogue],
  );
  return (
    <Modal
      opened
      onClose={() => {
        onClose();
        focusStep(selected);
      }}
      returnFocus={false}
      title="Go to a step"
      size="lg"
      radius="lg"
    >
      <PickList
        label="Find a step"
        placeholder="Its name, or what it does…"
        listLabel="Steps"
        offers={offers}
        onTake={({ id }, andOpen) => {
          select(id);
          openPanel('step');
          onClose();
          if (andOpen && !phone) focusInspector(id);
          else focusStep(id);
        }}
      />
    </Modal>
  );
}
