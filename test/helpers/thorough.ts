/**
 * Whether `npm run test:long` runs this test: it takes everything of what `npm test` takes a sample of. The files that
 * ask are listed in package.json.
 */
export const THOROUGH = process.env['TEST_THOROUGH'] === '1';
