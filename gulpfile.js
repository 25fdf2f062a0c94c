/** Builds `dist`: the compiler writes the JavaScript, gulp copies what the compiler does not know. And runs side by side what `npm test` checks before its tests. */
const { spawn } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { dest, parallel, series, src } = require('gulp');

function clean() {
	return rm('dist', { recursive: true, force: true });
}

function compile() {
	return spawn(process.execPath, [require.resolve('typescript/bin/tsc')], { stdio: 'inherit' });
}

/** Icons are copied as bytes: gulp would otherwise re-encode them. */
function icons() {
	return src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
}

/** The codex (how people find the node) and the output schemas (which fields the editor offers). */
function metadata() {
	return src('nodes/**/*.json').pipe(dest('dist/nodes'));
}

exports.build = series(clean, parallel(compile, icons, metadata));
exports.default = exports.build;

/** A script of package.json as a task. */
function script(name) {
	const task = () => spawn('npm', ['run', '--silent', name], { stdio: 'inherit' });
	return Object.assign(task, { displayName: name });
}

exports.check = parallel(script('lint'), script('types'), series(exports.build, script('scan')));
