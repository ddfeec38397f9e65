var t=(e,r)=>r,o=e=>e*e*e,b=e=>3*e*e,u=(e,r,n)=>(e(r+n)-e(r))/(r+n-r),c=(e,r,n)=>(e(r+n)-e(r-n))/(r+n-(r-n));export{t as a,o as b,b as c,u as d,c as e};
