var g=(t,r,e={})=>(t[r]??r).replace(/\{([\w-]+)\}/g,(s,n)=>String(e[n]??""));export{g as a};
