import { Simulator } from './processes/simulator';
import { personId } from './contract';
async function main(){
 const n=3000; const sim=await Simulator.start({quota:'none',latencyMs:0});
 const c = process.argv[2]==='helper' ? (await import('./contenders/helperNode')).helperNode : (await import('./contenders/ours')).ours;
 const inspector = await import('node:inspector'); const s=new inspector.Session(); s.connect();
 for(let i=0;i<2;i++){ const people=Array.from({length:i?n:500},(_,k)=>({preHireId:personId(k),preferredName:'P'+k}));
   const who=await sim.prepare(people); if(i) await new Promise<void>(r=>s.post('Profiler.enable',()=>s.post('Profiler.setSamplingInterval',{interval:200},()=>s.post('Profiler.start',()=>r()))));
   const c0=process.cpuUsage(); await c({...who,people:people.map(p=>p.preHireId),quota:'none'}); const c1=process.cpuUsage(c0); console.log(people.length,((c1.user+c1.system)/1000/people.length).toFixed(3)); }
 await new Promise<void>(r=>s.post('Profiler.stop',(e,{profile})=>{require('fs').writeFileSync('/tmp/'+process.argv[2]+'.cpuprofile',JSON.stringify(profile));r()}));
 await sim.stop(); }
void main();
