function _after(a,b){if(b.how===1)throw b.value;if(b.how)a.state=-2;return typeof b==="number"?b:-1}
