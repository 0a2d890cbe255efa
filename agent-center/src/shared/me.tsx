import type { Me, Permission } from '@openteller/web-kit';
import { createContext, type ReactNode, use } from 'react';

const Signed = createContext<Me | undefined>(undefined);

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <Signed value={me}>{children}</Signed>;
}

/** The signed-in person. Only below the session gate. */
export function useMe(): Me {
  const me = use(Signed);
  if (!me) throw new Error('useMe is for pages behind the session gate');
  return me;
}

export function useCan(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}
