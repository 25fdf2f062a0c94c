/** Builds `dist`: the compiler writes the JavaScript, gulp copies what the compiler does not know. */
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
