// The self-signed test certificate that the simulator presents over TLS. Its key is public: see tls/README.md.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the simulator is a server of its own and never runs inside n8n */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** PEM texts; a client that is given the certificate as its authority trusts the simulator. */
export const TEST_CERTIFICATE = {
	certificate: readFileSync(join(__dirname, 'tls', 'testCertificate.pem'), 'utf8'),
	key: readFileSync(join(__dirname, 'tls', 'testKey.pem'), 'utf8'),
};
