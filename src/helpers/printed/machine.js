function _machine(a,b){return{body:a,unwind:b,state:0}}
