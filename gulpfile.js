/** Builds `dist`: the compiler writes the JavaScript, gulp copies what the compiler does not know. And runs side by side what `npm test` checks before its tests. */
const { spawn } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { dest, parallel, series, src } = require('gulp');

function clean() {
	return rm('dist', { recursive: true, force: true });
}

function compiler(...options) {
	const program = require.resolve('typescript/bin/tsc');
	return spawn(process.execPath, [program, ...options], { stdio: 'inherit' });
}

function compile() {
	return compiler();
}

/** Writes the same JavaScript without a look at the types: `check` looks at them once, beside it. */
function translate() {
	return compiler('--noCheck', '--noResolve');
}

/** Icons are copied as bytes: gulp would otherwise re-encode them. */
function icons() {
	return src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
}

/** The codex (how people find the node) and the output schemas (which fields the editor offers). */
function metadata() {
	return src('nodes/**/*.json').pipe(dest('dist/nodes'));
}

/** `dist`, with the JavaScript as that task writes it. */
function buildWith(writeJavaScript) {
	return series(clean, parallel(writeJavaScript, icons, metadata));
}

exports.build = buildWith(compile);
exports.default = exports.build;

/** A script of package.json as a task. */
function script(name) {
	const task = () => spawn('npm', ['run', '--silent', name], { stdio: 'inherit' });
	return Object.assign(task, { displayName: name });
}

exports.check = parallel(
	script('lint'),
	script('types'),
	series(buildWith(translate), script('scan')),
);
