import { configureGlobal } from 'fast-check';

// The same cases on every run; FAST_CHECK_SEED looks for others.
configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 20_261_122) });
