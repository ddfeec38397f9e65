var o=(e,r)=>r,t=e=>e*e*e,b=e=>3*e*e,u=(e,r,n)=>(e(r+n)-e(r))/(r+n-r);export{o as a,t as b,b as c,u as d};
