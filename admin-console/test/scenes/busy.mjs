/** One part of the platform cannot answer. */
export const busy = (part) => ({
  before: (state) => state.world.failing.add(part),
  errors: true,
  act: (page) => page.getByText('PLATFORM_BUSY').first().waitFor({ timeout: 12_000 }),
});
