// An SMTP server that is not ours: STARTTLS, AUTH required, one recipient unknown. Prints its port, then a line per message.
'use strict';
const fs = require('node:fs');
const { SMTPServer } = require('smtp-server');

const server = new SMTPServer({
  key: fs.readFileSync(process.argv[2]),
  cert: fs.readFileSync(process.argv[3]),
  onAuth(auth, session, done) {
    const known = session.secure && auth.username === 'alerts' && auth.password === 'secret';
    done(known ? null : new Error('Invalid'), known ? { user: auth.username } : undefined);
  },
  onRcptTo(address, session, done) {
    if (!address.address.startsWith('nobody@')) return done();
    done(Object.assign(new Error('5.1.1 No such user'), { responseCode: 550 }));
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const { mailFrom, rcptTo } = session.envelope;
      console.log(JSON.stringify({
        secure: session.secure, user: session.user, from: mailFrom.address, to: rcptTo[0].address,
        content: Buffer.concat(chunks).toString('base64'),
      }));
      done();
    });
  },
});
server.listen(0, '127.0.0.1', () => console.log(server.server.address().port));
process.stdin.resume().on('end', () => process.exit(0));
