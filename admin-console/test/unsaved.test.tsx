import { KitProviders, newQueryClient } from '@openteller/web-kit';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { useUnsaved } from '../src/shared/unsaved.tsx';

function Form() {
  const [text, setText] = useState('');
  const [closed, setClosed] = useState(false);
  const { leave, saved } = useUnsaved(text !== '');
  return (
    <>
      <input aria-label="Text" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <button type="button" onClick={() => void leave(() => setClosed(true))}>
        Close
      </button>
      <button type="button" onClick={saved}>
        Save
      </button>
      <Link to={'/other' as '/'}>Away</Link>
      {closed && <p>closed</p>}
    </>
  );
}

async function show() {
  const root = createRootRoute({ component: Outlet });
  const form = createRoute({ getParentRoute: () => root, path: '/', component: Form });
  const other = createRoute({
    getParentRoute: () => root,
    path: '/other',
    component: () => <p>elsewhere</p>,
  });
  const router = createRouter({ routeTree: root.addChildren([form, other]), history: createMemoryHistory() });
  render(
    <KitProviders client={newQueryClient()}>
      <RouterProvider router={router as never} />
    </KitProviders>,
  );
  await screen.findByLabelText('Text');
}
const write = () => fireEvent.change(screen.getByLabelText('Text'), { target: { value: 'A new fee' } });
const press = (name: string) => fireEvent.click(screen.getByText(name));

describe('text that is not stored', () => {
  afterEach(cleanup);

  it('is not lost by a link before the person says so', async () => {
    await show();
    write();
    press('Away');
    await screen.findByText('Leave without saving?');
    press('Keep writing');
    await waitFor(() => expect(screen.queryByText('Leave without saving?')).toBeNull());
    expect(screen.getByLabelText<HTMLInputElement>('Text').value).toBe('A new fee');
    press('Away');
    fireEvent.click(await screen.findByText('Leave'));
    await screen.findByText('elsewhere');
  });

  it('is asked about when its form is closed', async () => {
    await show();
    write();
    press('Close');
    fireEvent.click(await screen.findByText('Leave'));
    await screen.findByText('closed');
  });

  it('holds nobody back once it is stored, or when there is none', async () => {
    await show();
    press('Close');
    await screen.findByText('closed');
    write();
    press('Save');
    press('Away');
    await screen.findByText('elsewhere');
  });
});
