import { Button, Select } from '@mantine/core';
import { Card } from '../../../shared/page.tsx';
import type { Catalogue } from '../../procedures/api/operations.ts';
import classes from '../connectors.module.css';
import type { Api, ApiCall } from '../model/types.ts';

interface CallListProps {
  api: Api;
  catalogue: Catalogue;
  onMap: (call: ApiCall, operation: string) => void;
}

/** The bank's calls, each with the operations that it could serve. */
export function CallList({ api, catalogue, onMap }: CallListProps) {
  const calls = api.calls ?? [];
  return (
    <Card
      title={`${calls.length} ${calls.length === 1 ? 'call' : 'calls'}`}
      hint="Choose what a call is to serve."
    >
      {(api.notes ?? []).length > 0 && (
        <ul className={classes.notes} aria-label="To know">
          {(api.notes ?? []).map((note) => (
            <li key={note} className={classes.hint}>
              {note}
            </li>
          ))}
        </ul>
      )}
      <ul className={classes.calls} aria-label="Calls">
        {calls.map((call) => (
          <li key={`${call.method} ${call.path}`} className={classes.call}>
            <p className={classes.callName}>{call.id}</p>
            <span className={classes.path}>
              {call.method} {call.path}
            </span>
            <div className={classes.could}>
              {(call.suggestions ?? []).slice(0, 3).map((one) => (
                <Button
                  key={one.operation}
                  size="compact-sm"
                  variant="default"
                  onClick={() => onMap(call, one.operation)}
                  aria-label={`${call.id} serves ${catalogue.titleOf(one.operation)}`}
                >
                  {catalogue.titleOf(one.operation)}
                </Button>
              ))}
              <Select
                size="xs"
                aria-label={`Another operation for ${call.id}`}
                placeholder="Another operation"
                searchable
                value={null}
                data={catalogue.all.map((each) => ({ value: each.name, label: each.title }))}
                onChange={(operation) => operation && onMap(call, operation)}
              />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
