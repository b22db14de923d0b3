/** Generated cases are the same in every run, so that a failure is one's own; ASSESS_SEED=n looks for others. */
import { configureGlobal } from 'fast-check';
import process from 'node:process';

configureGlobal({ seed: Number(process.env['ASSESS_SEED'] ?? 20231130) });
