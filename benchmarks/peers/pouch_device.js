// A device of PouchDB: node pouch_device.js STEP ARGUMENTS; writes what it tells as one JSON line.
const fs = require('fs');
const path = require('path');
const PouchDB = require('pouchdb');

const BATCH = { batch_size: 1000, batches_limit: 10 };

const now = () => Number(process.hrtime.bigint()) / 1e9;
const remote = (port) => new PouchDB(`http://127.0.0.1:${port}/clients`);

function local(folder) {
  fs.mkdirSync(folder, { recursive: true });
  return new PouchDB(path.join(folder, 'clients'), { auto_compaction: true });
}

const plain = ({ _id, _rev, _conflicts, ...fields }) => ({ id: _id, ...fields });

const steps = {
  async load({ path: given, port }) {
    const records = JSON.parse(fs.readFileSync(given, 'utf8'));
    const docs = records.map(({ id, ...fields }) => ({ _id: id, ...fields }));
    const started = now();
    const there = remote(port);
    for (let at = 0; at < docs.length; at += 1000) {
      for (const one of await there.bulkDocs(docs.slice(at, at + 1000))) {
        if (one.error) throw new Error(JSON.stringify(one));
      }
    }
    return { seconds: now() - started };
  },

  async first_sync({ folder, port }) {
    const here = local(folder);
    const started = now();
    const told = await PouchDB.replicate(remote(port), here, BATCH);
    if (!told.ok) throw new Error(JSON.stringify(told));
    const seconds = now() - started;
    return { seconds, there: (await here.info()).doc_count };
  },

  async edit({ folder, edits }) {
    const here = local(folder);
    const keys = Object.keys(edits);
    const found = await here.allDocs({ keys, include_docs: true });
    const docs = found.rows.map(({ doc }) => {
      const fields = edits[doc._id];
      return fields === null ? { ...doc, _deleted: true } : { ...doc, ...fields };
    });
    for (const one of await here.bulkDocs(docs)) {
      if (one.error) throw new Error(JSON.stringify(one));
    }
    return {};
  },

  async sync({ folder, port }) {
    const here = local(folder);
    const started = now();
    const told = await here.sync(remote(port), BATCH);
    const seconds = now() - started;
    if (told.push.errors.length || told.pull.errors.length) throw new Error(JSON.stringify(told));
    return { seconds, sent: told.push.docs_written };
  },

  async nothing({ folder, port, times }) {
    const [here, there] = [local(folder), remote(port)];
    await here.sync(there, BATCH);
    const ms = [];
    for (let round = 0; round < times; round += 1) {
      const started = now();
      const told = await here.sync(there, BATCH);
      ms.push((now() - started) * 1000);
      if (told.push.docs_written || told.pull.docs_written) throw new Error('there was news');
    }
    return { ms };
  },

  async state({ folder, ids }) {
    const here = local(folder);
    const [rows, hidden] = [{}, {}];
    for (const id of ids) {
      const doc = await here.get(id, { conflicts: true }).catch((error) => {
        if (error.status === 404) return null;
        throw error;
      });
      rows[id] = doc && plain(doc);
      if (doc && doc._conflicts) {
        hidden[id] = [];
        for (const rev of doc._conflicts) hidden[id].push(plain(await here.get(id, { rev })));
      }
    }
    return { rows, hidden };
  },
};

const [step, words] = process.argv.slice(2);
steps[step](JSON.parse(words)).then(
  (told) => {
    const peak = process.resourceUsage().maxRSS / 1024;
    console.log(JSON.stringify({ ...told, peak_mib: Math.round(peak * 10) / 10 }));
    process.exit(0);
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
