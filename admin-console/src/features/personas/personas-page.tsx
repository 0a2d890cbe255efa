import { Tabs } from '@mantine/core';
import { Rows } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../shared/loaded.tsx';
import { Page } from '../../shared/page.tsx';
import { type KeptPersona, personasQuery } from './api/personas.ts';
import { PersonaCard } from './persona-card.tsx';

/** In which manner the assistant speaks, and what it leaves to people. */
export function PersonasPage() {
  const personas = useQuery(personasQuery);
  return (
    <Page
      title="Personas"
      lead="How the assistant sounds to whom, and at which words a person is fetched. A persona never allows anything: facts come from documents, and what may be done is decided elsewhere."
    >
      <Loaded
        query={personas}
        title="The personas could not be loaded"
        waiting={<Rows count={4} height={90} />}
      >
        {(all) => <PersonaTabs all={all} />}
      </Loaded>
    </Page>
  );
}

function PersonaTabs({ all }: { all: KeptPersona[] }) {
  const [open, setOpen] = useState<string | null>(all[0]?.persona.id ?? null);
  return (
    // All stay mounted: what is written in one is not lost by a look at another.
    <Tabs value={open} onChange={setOpen}>
      <Tabs.List aria-label="Personas">
        {all.map(({ persona }) => (
          <Tabs.Tab key={persona.id} value={persona.id}>
            {persona.name.en ?? persona.id}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {all.map((kept) => (
        <Tabs.Panel key={`${kept.persona.id} ${kept.edition}`} value={kept.persona.id} pt="md">
          <PersonaCard kept={kept} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
