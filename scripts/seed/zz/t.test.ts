import { it, expect } from '@jest/globals';
import { seededKey } from '../seeded_key.ts';
const f=(i:number)=>seededKey({text:'seed',owners:40,now:5},i);
it('x',()=>{ const a=Array.from({length:10000},(_, i)=>f(i)); const b=JSON.parse(JSON.stringify(a));
 let t=performance.now(); expect(a).toEqual(b); console.log('array',performance.now()-t);
 t=performance.now(); a.forEach((x,i)=>expect(x).toEqual(b[i])); console.log('each',performance.now()-t);
 t=performance.now(); expect(Object.fromEntries(a.map(x=>[x.id,x]))).toEqual(Object.fromEntries(b.map((x: any)=>[x.id,x]))); console.log('obj',performance.now()-t);
});
