import { Simulator } from '/work/main/bench/processes/simulator';
import { Worker } from '/work/main/bench/processes/worker';
import { personId } from '/work/main/bench/contract';
async function main(){
 const n=Number(process.argv[2]??200); const names=(process.argv[3]??'ours,helper,httpNode,sdkSequential,sdkFive,floor').split(',');
 const sim=await Simulator.start({quota:'none',latencyMs:0});
 for(const name of names){ const w=await Worker.start(name as any,['--expose-gc']);
  for(let i=0;i<3;i++){ const people=Array.from({length:n},(_,k)=>({preHireId:personId(k),preferredName:'P'+k, ...(k%10<3&&process.argv[4]?{refuse:1161034}:{})}));
   const who=await sim.prepare(people); const m=await w.run({...who,people:people.map(p=>p.preHireId),quota:'none'},process.argv[5]==='mem'); const tally:any={}; for(const s of m.said) tally[s]=(tally[s]??0)+1;
   const calls=await sim.calls(); const c:any={}; for(const x of calls) c[x.api]=(c[x.api]??0)+1;
   console.log(name,(m.ms/n).toFixed(3),'ms/item cpu',(m.cpuMs/n).toFixed(3),JSON.stringify(tally),JSON.stringify(c), m.memory?JSON.stringify({over:((m.memory.peak-m.memory.before-m.memory.items)/n).toFixed(0),items:(m.memory.items/n).toFixed(0)}):''); }
  await w.stop(); }
 await sim.stop(); }
void main();
