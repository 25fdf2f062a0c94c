/** `npm run n8n` starts here, in plain JavaScript, so that a missing `npm ci` is said in words. */
try {
	require.resolve('tsx/cjs');
} catch {
	console.error('The development packages are missing: run npm ci first, then npm run n8n again.');
	process.exit(1);
}
require('tsx/cjs');
require('./main.ts');
