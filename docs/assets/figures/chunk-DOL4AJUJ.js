var o=(e,r)=>r,t=e=>e*e,u=e=>2*e,b=e=>e*e*e,c=e=>3*e*e,m=(e,r,n)=>(e(r+n)-e(r))/(r+n-r),p=(e,r,n)=>(e(r+n)-e(r-n))/(r+n-(r-n));export{o as a,t as b,u as c,b as d,c as e,m as f,p as g};
