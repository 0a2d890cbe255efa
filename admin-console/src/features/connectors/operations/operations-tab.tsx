import { Button, Group, Select } from '@mantine/core';
import { EmptyState } from '@openteller/web-kit';
import { IconPlugConnected, IconTrash } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Card } from '../../../shared/page.tsx';
import { useCatalogue } from '../../procedures/api/operations.ts';
import classes from '../connectors.module.css';
import type { DraftHandle } from '../editor/use-draft.ts';
import { BringIn } from '../import/bring-in.tsx';
import { CallList } from '../import/call-list.tsx';
import { Mapper } from '../mapper/mapper.tsx';
import { begun, withAuth, withMapping, without } from '../model/document.ts';
import { reopened } from '../model/reopen.ts';
import type { Api, ApiCall, Mapping } from '../model/types.ts';

/** What the connector supplies, each with the call behind it; and where more calls come from. */
export function OperationsTab({ draft, mayWrite }: { draft: DraftHandle; mayWrite: boolean }) {
  const catalogue = useCatalogue();
  const navigate = useNavigate({ from: '/connectors/$id' });
  const { operation: open } = useSearch({ from: '/connectors/$id' });
  const [api, setApi] = useState<Api>();
  const { sheet } = draft;
  const names = Object.keys(sheet.definition.operations).sort();
  const operation = catalogue.find(open);
  const mapping = useMemo(() => (operation ? reopened(sheet, operation) : undefined), [sheet, operation]);
  const show = (name: string | undefined) =>
    void navigate({ search: (old) => ({ ...old, operation: name }), replace: true });
  const change = (next: Mapping, mark?: string) =>
    draft.edit((each) => withMapping(each, next, catalogue.find(next.operation)?.output), mark);
  const read = (next: Api) => {
    setApi(next);
    const auth = next.auth?.[0];
    if (auth && sheet.definition.auth.type === 'NONE') draft.edit((each) => withAuth(each, auth));
  };
  const map = (call: ApiCall, name: string) => {
    const chosen = catalogue.find(name);
    change(begun(name, chosen?.input, chosen?.output, call));
    show(name);
  };
  return (
    <div className={classes.stack}>
      <Card title="What it supplies" hint="Open an operation to see the call behind it.">
        {names.length === 0 ? (
          <EmptyState
            kind="first"
            icon={<IconPlugConnected size={26} stroke={1.6} />}
            title="No operation yet"
            text="Bring the bank’s API in below and choose what a call is to serve."
          />
        ) : (
          <Group gap="xs" role="group" aria-label="Operations">
            {names.map((name) => (
              <Button
                key={name}
                size="compact-sm"
                variant={name === open ? 'filled' : 'default'}
                aria-pressed={name === open}
                onClick={() => show(name === open ? undefined : name)}
              >
                {catalogue.titleOf(name)}
              </Button>
            ))}
          </Group>
        )}
        {mayWrite && (
          <Select
            mt="sm"
            size="xs"
            maw={320}
            aria-label="Write one without a file"
            placeholder="Write one without a file"
            searchable
            value={null}
            data={catalogue.all
              .filter((each) => !names.includes(each.name))
              .map((each) => ({ value: each.name, label: each.title }))}
            onChange={(name) => name && map({ id: name, method: 'GET', path: '/' }, name)}
          />
        )}
      </Card>
      {mapping && operation && (
        <>
          <Mapper
            mapping={mapping}
            operation={operation}
            mayWrite={mayWrite}
            onChange={change}
            draft={draft}
          />
          {mayWrite && (
            <Group>
              <Button
                variant="default"
                leftSection={<IconTrash size={16} />}
                onClick={() => {
                  draft.edit((each) => without(each, operation.name));
                  show(undefined);
                }}
              >
                Take “{operation.title}” out
              </Button>
            </Group>
          )}
        </>
      )}
      {mayWrite && <BringIn onRead={read} />}
      {api && <CallList api={api} catalogue={catalogue} onMap={map} />}
    </div>
  );
}
