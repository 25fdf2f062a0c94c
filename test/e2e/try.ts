import { installN8n } from './launcher/installing';
import { packPackage, installPackage } from './launcher/packing';
import { startN8n } from './launcher/server';
import { signIn } from './launcher/api';
import { temporaryFolder } from './launcher/folders';
import { createCredential, customAppCredential } from './launcher/credentials';
import { importWorkflow, activateWorkflow, finishedExecutions, outputOf } from './launcher/workflows';
import { webhookWorkflow } from './launcher/exampleWorkflows';
import { startSimulator } from '../simulator';
import { writeFileSync } from 'node:fs';
async function main() {
  const t = Date.now(); const lap = (s: string) => console.log(s, Date.now() - t);
  const n8n = await installN8n(process.env.N8N_VERSION || '2.40.7'); lap('install');
  const f = temporaryFolder('try'); const tar = await packPackage(f); lap('pack ' + tar);
  await installPackage(tar, f); lap('installed');
  const sim = await startSimulator();
  const s = await startN8n({ n8n, userFolder: f, env: { N8N_LOG_LEVEL: 'debug' } }); lap('started ' + s.url);
  try {
    const api = await signIn(s.url); lap('signed in');
    const cred = await createCredential(api, customAppCredential(sim.url)); lap('cred');
    const w = await importWorkflow(api, webhookWorkflow('ats'), { feishuCoreHrApi: cred });
    await activateWorkflow(api, n8n.version, w); lap('active');
    for (const id of ['7345005664477001407', '7345005664477101407']) {
      const r = await fetch(s.url + '/webhook/ats', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ pre_hire_id: id }) });
      console.log(r.status, await r.text()); lap('posted');
    }
    const ex = await finishedExecutions(api, w.id, 2); console.log(ex.map(e => e.status), outputOf(ex[0]!, 'Restore'));
    console.log(sim.calls.map(c => c.api + ' ' + c.code));
  } catch (e) { console.error(e); } finally { writeFileSync('/tmp/try.log', s.log()); await s.stop(); lap('stopped'); await sim.stop(); }
}
main();
