import { Platform } from './platform.mjs';
import { startSite } from './site.mjs';

const platform = await new Platform().start(Number(process.env.PLATFORM_PORT ?? 0));
const site = await startSite(platform.origin, Number(process.env.SITE_PORT ?? 0));
console.log(
  `${site.origin}/  (?locale=hi|ar  ?theme=dark  ?hostile  ?site-key=wk_test_unknown)  code: 123456`,
);
