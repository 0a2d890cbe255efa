import { EmptyState, ErrorState } from '@openteller/web-kit';
import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { ApprovalsPage } from './approvals-page.tsx';
import { MePage } from './me-page.tsx';
import { SectionPage } from './section-page.tsx';
import { isSection } from './sections.ts';
import { Shell } from './shell.tsx';

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <ErrorState error={error} title="This page broke" retry={reset} />,
});

const toLive = () => redirect({ to: '/$section', params: { section: 'live' }, replace: true });

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw toLive();
  },
});

const meRoute = createRoute({ getParentRoute: () => rootRoute, path: '/me', component: MePage });

const approvalsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/approvals',
  component: ApprovalsPage,
});

const sectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$section',
  beforeLoad: ({ params }) => {
    if (!isSection(params.section)) throw toLive();
  },
  component: SectionPage,
});

// The conversation is a child, so that opening one keeps the list beside it mounted.
const conversationRoute = createRoute({ getParentRoute: () => sectionRoute, path: '/$id' });

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    indexRoute,
    meRoute,
    approvalsRoute,
    sectionRoute.addChildren([conversationRoute]),
  ]),
  basepath: '/agent',
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function NotFound() {
  return <EmptyState kind="none" title="There is no such page" text="The link may be old." />;
}
