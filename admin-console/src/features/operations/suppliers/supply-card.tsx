import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '../../../shared/me.tsx';
import { Card } from '../../../shared/page.tsx';
import { catalogueQuery } from '../api/catalogue.ts';
import { chosenQuery, supplierChangesQuery } from '../api/suppliers.ts';
import type { Operation } from '../api/types.ts';
import classes from '../operations.module.css';
import { SupplierChangeCard } from './supplier-change-card.tsx';
import { SupplierForm } from './supplier-form.tsx';
import { SupplyChip } from './supply-chip.tsx';
import { cutOffWords, domainOf, supplyWords } from './words.ts';

/** Which plugin does this operation for the bank, who else could, and choosing. */
export function SupplyCard({ operation }: { operation: Operation }) {
  const may = useCan('PLUGIN_WRITE');
  const chosen = useQuery(chosenQuery).data;
  const operations = useQuery(catalogueQuery).data ?? [];
  const waiting = (useQuery(supplierChangesQuery).data ?? []).filter(
    ({ state, scope }) =>
      state === 'WAITING' && (scope === operation.name || scope === domainOf(operation.name)),
  );
  const { suppliedBy, supply } = operation;
  const others = (supply?.could ?? []).filter((each) => each !== suppliedBy);
  const cutOff = cutOffWords(operation);
  return (
    <>
      {waiting.map((change) => (
        <SupplierChangeCard key={change.id} change={change} title="A choice waits" />
      ))}
      <Card title="Supplied by" aside={<SupplyChip supply={supply} />}>
        <p className={classes.supplier}>{suppliedBy ?? 'Nobody'}</p>
        <p className={classes.text}>{supplyWords(operation)}</p>
        {others.length > 0 && (
          <p className={classes.text}>
            {suppliedBy ? 'Could do it as well: ' : 'Could do it: '}
            <strong>{others.join(', ')}</strong>
          </p>
        )}
        {cutOff && (
          <p className={classes.note} role="note">
            <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
            <span>{cutOff}</span>
          </p>
        )}
        {may && chosen && (others.length > 0 || supply?.chosenFor) && (
          <SupplierForm
            key={JSON.stringify(chosen)}
            operation={operation}
            operations={operations}
            chosen={chosen}
          />
        )}
      </Card>
    </>
  );
}
