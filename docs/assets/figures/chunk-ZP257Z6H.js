var b=r=>r*r*r,t=r=>3*r*r,m=(r,e,n)=>(r(e+n)-r(e))/(e+n-e),p=(r,e)=>r.reduce((n,o,u)=>n+(o-(e[u]??0))*(o-(e[u]??0)),0)/2,c=(r,e)=>r-e;export{b as a,t as b,m as c,p as d,c as e};
