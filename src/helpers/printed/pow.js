var _pow=Math.pow;
