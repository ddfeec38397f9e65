var o=e=>e*e*e,t=e=>3*e*e,b=(e,r,n)=>(e(r+n)-e(r))/(r+n-r),u=(e,r,n)=>(e(r+n)-e(r-n))/(r+n-(r-n));export{o as a,t as b,b as c,u as d};
