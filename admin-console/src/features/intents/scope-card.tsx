import { Table, Text } from '@mantine/core';
import { ErrorState, Rows, type ScopePoint, toast, toastProblem } from '@openteller/web-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Chip } from '../../shared/chips.tsx';
import { Card } from '../../shared/page.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { percent } from '../../shared/words.ts';
import { putScope, refresh, scopeQuery } from './api.ts';
import { modelName } from './words.ts';

/** From where on a message is about nothing that was taught, and what that costs with the model in force. */
export function ScopeCard() {
  const queries = useQueryClient();
  const scope = useQuery(scopeQuery);
  const choose = useMutation({
    mutationFn: putScope,
    onSuccess: ({ release }) => {
      toast(`In force with release ${release}`);
      void refresh(queries);
    },
    onError: (error) => toastProblem(error, 'The threshold was not changed'),
  });
  if (scope.isPending) return <Rows count={3} height={48} gap={8} />;
  if (scope.isError && !scope.data) {
    return (
      <Card>
        <ErrorState
          error={scope.error}
          title="The threshold could not be loaded"
          retry={() => void scope.refetch()}
          retrying={scope.isFetching}
        />
      </Card>
    );
  }
  const { threshold = 0, model, tradeOff } = scope.data;
  return (
    <Card>
      <Text fw={600}>Out of scope</Text>
      <Text size="sm" c="dimmed" mb="sm">
        A message that is less like the examples than the threshold is answered from documents or not at all,
        and no operation is done for it. What asks for a person still gets one. Figures of {modelName(model)},
        on examples it was not taught; strangers are messages of an intent that it was not taught at all.
      </Text>
      {tradeOff.length === 0 ? (
        <Text size="sm">Train once more: this model was made before these figures were kept.</Text>
      ) : (
        <Table.ScrollContainer minWidth={560}>
          <Table aria-label="Thresholds">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Threshold</Table.Th>
                <Table.Th>Understood</Table.Th>
                <Table.Th>Let through</Table.Th>
                <Table.Th>Strangers refused</Table.Th>
                <Table.Th>Off topic refused</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {tradeOff.map((point) => (
                <Point
                  key={point.threshold}
                  point={point}
                  chosen={point.threshold === threshold}
                  busy={choose.isPending}
                  choose={() => choose.mutate(point.threshold === 0 ? null : point.threshold)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Card>
  );
}

interface PointProps {
  point: ScopePoint;
  chosen: boolean;
  busy: boolean;
  choose: () => void;
}

function Point({ point, chosen, busy, choose }: PointProps) {
  const name = point.threshold === 0 ? 'None' : point.threshold.toFixed(3);
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td>{percent(point.inScopeAccuracy, 1)}</Table.Td>
      <Table.Td>{percent(point.accepted, 1)}</Table.Td>
      <Table.Td>{percent(point.outOfScopeRecall, 1)}</Table.Td>
      <Table.Td>{point.offTopicRecall === undefined ? '–' : percent(point.offTopicRecall, 1)}</Table.Td>
      <Table.Td ta="right">
        {chosen ? (
          <Chip color="green">in force</Chip>
        ) : (
          <PermitButton
            needs="INTENT_WRITE"
            size="compact-sm"
            variant="default"
            disabled={busy}
            aria-label={`Use threshold ${name}`}
            onClick={choose}
          >
            Use
          </PermitButton>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
