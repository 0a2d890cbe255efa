import { ErrorState } from '@openteller/web-kit';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { askSearch } from '../features/ask/search.ts';
import { auditSearch } from '../features/audit/search.ts';
import { connectorSearch, connectorsSearch } from '../features/connectors/search.ts';
import { conversationSearch, conversationsSearch } from '../features/conversations/search.ts';
import { dashboardSearch } from '../features/dashboard/search.ts';
import { documentSearch } from '../features/document/search.ts';
import { gapsSearch } from '../features/gaps/search.ts';
import { intentsSearch } from '../features/intents/search.ts';
import { librarySearch } from '../features/library/search.ts';
import { modelsSearch } from '../features/models/search.ts';
import { operationsSearch } from '../features/operations/search.ts';
import { catalogueSearch, pluginSearch } from '../features/plugins/search.ts';
import { procedureSearch, proceduresSearch } from '../features/procedures/search.ts';
import { sourcesSearch } from '../features/sources/search.ts';
import { teamSearch } from '../features/team/search.ts';
import { NotFoundPage } from '../shared/not-found-page.tsx';
import { PageSkeleton } from '../shared/page.tsx';
import { Permitted } from '../shared/permitted.tsx';
import { SECTIONS, type Section } from './sections.ts';
import { Shell } from './shell.tsx';

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: ({ error, reset }) => <ErrorState error={error} title="This page broke" retry={reset} />,
  pendingComponent: PageSkeleton,
});

/** The page, or the refusal that names the missing permission. The page's code is loaded only when it is opened. */
function behind(path: Section['to'], Page: RouteComponent): RouteComponent {
  const section = SECTIONS.find((each) => each.to === path);
  return function PermittedPage() {
    return section ? (
      <Permitted needs={section.needs} what={section.label}>
        <Page />
      </Permitted>
    ) : null;
  };
}

const dashboard = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: dashboardSearch,
  component: behind(
    '/',
    lazyRouteComponent(() => import('../features/dashboard/dashboard-page.tsx'), 'DashboardPage'),
  ),
});
const conversations = createRoute({
  getParentRoute: () => rootRoute,
  path: '/conversations',
  validateSearch: conversationsSearch,
  component: behind(
    '/conversations',
    lazyRouteComponent(() => import('../features/conversations/list-page.tsx'), 'ConversationsPage'),
  ),
});
const conversation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/conversations/$id',
  validateSearch: conversationSearch,
  component: behind(
    '/conversations',
    lazyRouteComponent(() => import('../features/conversations/detail-page.tsx'), 'ConversationPage'),
  ),
});
const knowledge = createRoute({
  getParentRoute: () => rootRoute,
  path: '/knowledge',
  validateSearch: librarySearch,
  component: behind(
    '/knowledge',
    lazyRouteComponent(() => import('../features/library/library-page.tsx'), 'LibraryPage'),
  ),
});
const document = createRoute({
  getParentRoute: () => rootRoute,
  path: '/knowledge/$slug',
  validateSearch: documentSearch,
  component: behind(
    '/knowledge',
    lazyRouteComponent(() => import('../features/document/document-page.tsx'), 'DocumentPage'),
  ),
});
const ask = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ask',
  validateSearch: askSearch,
  component: behind(
    '/ask',
    lazyRouteComponent(() => import('../features/ask/ask-page.tsx'), 'AskPage'),
  ),
});
const gaps = createRoute({
  getParentRoute: () => rootRoute,
  path: '/gaps',
  validateSearch: gapsSearch,
  component: behind(
    '/gaps',
    lazyRouteComponent(() => import('../features/gaps/gaps-page.tsx'), 'GapsPage'),
  ),
});
const sources = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sources',
  validateSearch: sourcesSearch,
  component: behind(
    '/sources',
    lazyRouteComponent(() => import('../features/sources/sources-page.tsx'), 'SourcesPage'),
  ),
});
const connectors = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connectors',
  validateSearch: connectorsSearch,
  component: behind(
    '/connectors',
    lazyRouteComponent(() => import('../features/connectors/connectors-page.tsx'), 'ConnectorsPage'),
  ),
});
const connector = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connectors/$id',
  validateSearch: connectorSearch,
  component: behind(
    '/connectors',
    lazyRouteComponent(() => import('../features/connectors/connector-page.tsx'), 'ConnectorPage'),
  ),
});
const wording = createRoute({
  getParentRoute: () => rootRoute,
  path: '/wording',
  component: behind(
    '/wording',
    lazyRouteComponent(() => import('../features/wording/wording-page.tsx'), 'WordingPage'),
  ),
});
const intents = createRoute({
  getParentRoute: () => rootRoute,
  path: '/intents',
  validateSearch: intentsSearch,
  component: behind(
    '/intents',
    lazyRouteComponent(() => import('../features/intents/intents-page.tsx'), 'IntentsPage'),
  ),
});
const intent = createRoute({
  getParentRoute: () => rootRoute,
  path: '/intents/$name',
  component: behind(
    '/intents',
    lazyRouteComponent(() => import('../features/intents/intent-page.tsx'), 'IntentPage'),
  ),
});
const procedures = createRoute({
  getParentRoute: () => rootRoute,
  path: '/procedures',
  validateSearch: proceduresSearch,
  component: behind(
    '/procedures',
    lazyRouteComponent(() => import('../features/procedures/list/procedures-page.tsx'), 'ProceduresPage'),
  ),
});
const procedure = createRoute({
  getParentRoute: () => rootRoute,
  path: '/procedures/$id',
  validateSearch: procedureSearch,
  component: behind(
    '/procedures',
    lazyRouteComponent(() => import('../features/procedures/procedure-page.tsx'), 'ProcedurePage'),
  ),
});
const personas = createRoute({
  getParentRoute: () => rootRoute,
  path: '/personas',
  component: behind(
    '/personas',
    lazyRouteComponent(() => import('../features/personas/personas-page.tsx'), 'PersonasPage'),
  ),
});
const models = createRoute({
  getParentRoute: () => rootRoute,
  path: '/models',
  validateSearch: modelsSearch,
  component: behind(
    '/models',
    lazyRouteComponent(() => import('../features/models/models-page.tsx'), 'ModelsPage'),
  ),
});
const modelRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/models/$task',
  component: behind(
    '/models',
    lazyRouteComponent(() => import('../features/models/routes/route-page.tsx'), 'RoutePage'),
  ),
});
const plugins = createRoute({
  getParentRoute: () => rootRoute,
  path: '/plugins',
  validateSearch: catalogueSearch,
  component: behind(
    '/plugins',
    lazyRouteComponent(() => import('../features/plugins/catalogue/catalogue-page.tsx'), 'CataloguePage'),
  ),
});
const plugin = createRoute({
  getParentRoute: () => rootRoute,
  path: '/plugins/$id',
  validateSearch: pluginSearch,
  component: behind(
    '/plugins',
    lazyRouteComponent(() => import('../features/plugins/detail/plugin-page.tsx'), 'PluginPage'),
  ),
});
const approvals = createRoute({
  getParentRoute: () => rootRoute,
  path: '/approvals',
  component: behind(
    '/approvals',
    lazyRouteComponent(() => import('../features/plugins/approvals/approvals-page.tsx'), 'ApprovalsPage'),
  ),
});
const operations = createRoute({
  getParentRoute: () => rootRoute,
  path: '/operations',
  validateSearch: operationsSearch,
  component: behind(
    '/operations',
    lazyRouteComponent(() => import('../features/operations/operations-page.tsx'), 'OperationsPage'),
  ),
});
const team = createRoute({
  getParentRoute: () => rootRoute,
  path: '/team',
  validateSearch: teamSearch,
  component: behind(
    '/team',
    lazyRouteComponent(() => import('../features/team/team-page.tsx'), 'TeamPage'),
  ),
});
const audit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audit',
  validateSearch: auditSearch,
  component: behind(
    '/audit',
    lazyRouteComponent(() => import('../features/audit/audit-page.tsx'), 'AuditPage'),
  ),
});
const releases = createRoute({
  getParentRoute: () => rootRoute,
  path: '/releases',
  component: behind(
    '/releases',
    lazyRouteComponent(() => import('../features/releases/releases-page.tsx'), 'ReleasesPage'),
  ),
});

const routeTree = rootRoute.addChildren([
  dashboard,
  conversations,
  conversation,
  knowledge,
  document,
  ask,
  gaps,
  sources,
  connectors,
  connector,
  wording,
  intents,
  intent,
  procedures,
  procedure,
  personas,
  models,
  modelRoute,
  plugins,
  plugin,
  approvals,
  operations,
  team,
  audit,
  releases,
]);

/** @param history where addresses are kept; the browser's own if left out */
export const newRouter = (history?: RouterHistory) =>
  createRouter({
    routeTree,
    ...(history ? { history } : {}),
    basepath: '/admin',
    defaultPendingComponent: PageSkeleton,
    scrollRestoration: false,
    // What no page asked for in an address is left out of it, and what means nothing there counts as left out.
    search: { strict: true },
  });

export const router = newRouter();

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
