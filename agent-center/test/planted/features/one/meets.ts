// Breaks the rule on purpose: the test of the rule must find it.
import { two } from '../two/two.ts';

export const one = two + 1;
