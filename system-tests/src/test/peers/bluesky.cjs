// A real Bluesky PDS (accounts, repositories, firehose) with its PLC directory in memory, and before
// its firehose a relay of Jetstream's shape (github.com/bluesky-social/jetstream, first protocol).
//
//   node bluesky.cjs MODULES PLC_PORT PDS_PORT RELAY_PORT
//
// MODULES is where package.json beside this file was installed. Prints "ready" once all answer, and
// ends when its standard input does.
'use strict';
const http = require('node:http');
const { createRequire } = require('node:module');

const [modules, plcPort, pdsPort, relayPort] = process.argv.slice(2);
const from = createRequire(modules + '/');
const { TestNetworkNoAppView } = from('@atproto/dev-env');
const { Frame, MessageFrame } = from('@atproto/xrpc-server');
const { readCar, cborToLexRecord } = from('@atproto/repo');
const { lexToJson } = from('@atproto/lexicon');
const WebSocket = from('ws');

const events = [];
let last = 0;

/** Jetstream's own clock: microseconds, never the same twice. */
function now() {
  last = Math.max(last + 1, Date.now() * 1000);
  return last;
}

async function commit(body) {
  const { blocks } = body.ops.length ? await readCar(body.blocks) : { blocks: null };
  return body.ops.map((op) => {
    const [collection, rkey] = op.path.split('/');
    const told = { rev: body.rev, operation: op.action, collection, rkey };
    if (op.cid) {
      told.cid = op.cid.toString();
      told.record = lexToJson(cborToLexRecord(blocks.get(op.cid)));
    }
    return { did: body.repo, time_us: now(), kind: 'commit', commit: told };
  });
}

async function translate(frame) {
  if (!(frame instanceof MessageFrame)) {
    return [];
  }
  const kind = String(frame.type).replace('#', '');
  switch (kind) {
    case 'commit':
      return commit(frame.body);
    case 'account':
    case 'identity':
      return [{ did: frame.body.did, time_us: now(), kind, [kind]: lexToJson(frame.body) }];
    default:
      return [];
  }
}

function serve(port) {
  const server = http.createServer((request, response) => response.writeHead(404).end());
  const sockets = new WebSocket.WebSocketServer({ server });
  sockets.on('connection', (socket, request) => {
    const query = new URL(request.url, 'http://relay').searchParams;
    const wanted = query.getAll('wantedCollections');
    const since = Number(query.get('cursor') ?? Number.MAX_SAFE_INTEGER);
    socket.wants = (event) =>
      event.kind !== 'commit' || !wanted.length || wanted.includes(event.commit.collection);
    events.filter((e) => e.time_us >= since && socket.wants(e)).forEach((e) => socket.send(JSON.stringify(e)));
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(sockets)));
}

async function main() {
  const network = await TestNetworkNoAppView.create({
    plc: { port: Number(plcPort) },
    pds: { port: Number(pdsPort), hostname: 'localhost', inviteRequired: false },
  });
  const sockets = await serve(Number(relayPort));
  const firehose = new WebSocket(`ws://localhost:${pdsPort}/xrpc/com.atproto.sync.subscribeRepos?cursor=0`);
  let turn = Promise.resolve();
  firehose.on('message', (bytes) => {
    turn = turn.then(async () => {
      for (const event of await translate(Frame.fromBytes(bytes))) {
        events.push(event);
        sockets.clients.forEach((socket) => socket.wants(event) && socket.send(JSON.stringify(event)));
      }
    });
  });
  firehose.on('open', () => console.log('ready'));
  process.stdin.resume();
  process.stdin.on('end', () => network.close().finally(() => process.exit(0)));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
