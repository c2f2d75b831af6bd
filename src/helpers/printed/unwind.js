function _unwind(a){return function(b,c,d){for(var e,f;!(b.done>0)&&(e=2*b.region);){f=a[e-1];b.region=a[e-2];if(f<0||c<2){b.caught=f<0?{how:c,value:d}:d;return Math.abs(f)}}}}
