import fc from 'fast-check';

/**
 * The same inputs in each run, so that a run that was green stays so; FC_SEED gives others. `npm run fuzz` looks
 * for what nobody thought of.
 */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_261_121) });

export default fc;
