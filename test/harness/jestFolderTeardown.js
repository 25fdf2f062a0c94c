/** The end of jestFolder.js: jest wants a file of its own for it. */
module.exports = require('./jestFolder').remove;
