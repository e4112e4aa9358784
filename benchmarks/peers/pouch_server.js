// PouchDB's server: node pouch_server.js FOLDER PORT
const fs = require('fs');
const path = require('path');
const express = require('express');
const PouchDB = require('pouchdb');

const [folder, port] = process.argv.slice(2);
fs.mkdirSync(folder, { recursive: true });
const served = require('express-pouchdb')(
  PouchDB.defaults({ prefix: folder + path.sep }),
  { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: path.join(folder, 'log.txt') },
);
const app = express();
app.use('/', served);
app.listen(Number(port), '127.0.0.1');
