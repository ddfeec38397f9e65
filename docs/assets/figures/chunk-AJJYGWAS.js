var t=e=>e*e,n=e=>2*e,p=e=>e*e*e,u=e=>3*e*e,c=(e,r,o)=>(e(r+o)-e(r))/(r+o-r);export{t as a,n as b,p as c,u as d,c as e};
