// @vitest-environment node
import { join } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { expect, it } from 'vitest';

const here = join(import.meta.dirname, '../..');
const rules: IConfiguration['forbidden'] = [
  {
    name: 'features-do-not-meet',
    severity: 'error',
    from: { path: '(src|planted)/features/([^/]+)/' },
    to: { path: '$1/features/', pathNot: '$1/features/$2/' },
  },
  {
    name: 'shared-knows-no-feature',
    severity: 'error',
    from: { path: 'src/shared/' },
    to: { path: 'src/(features|app)/' },
  },
  {
    name: 'features-know-no-app',
    severity: 'error',
    from: { path: 'src/features/' },
    to: { path: 'src/app/' },
  },
  { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
];

async function violationsIn(folder: string): Promise<{ modules: number; found: string[] }> {
  const result = await cruise(
    [folder],
    {
      baseDir: here,
      ruleSet: { forbidden: rules },
      validate: true,
      doNotFollow: { path: 'node_modules' },
      // Without this, imports of workspaces stay unresolved and every rule about them passes in silence.
      enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
    },
    undefined,
    { tsConfig: extractTSConfig(join(here, 'tsconfig.json')) },
  );
  const { summary, modules } = result.output as ICruiseResult;
  return {
    modules: modules.length,
    found: summary.violations.map((each) => `${each.rule.name}: ${each.from} -> ${each.to}`),
  };
}

it('features do not meet, and shared code knows none of them', async () => {
  const { modules, found } = await violationsIn('src');
  expect(found).toEqual([]);
  expect(modules).toBeGreaterThan(50);
});

it('would be noticed', async () => {
  const { found } = await violationsIn('test/planted');
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('features-do-not-meet');
});
