// With `arrayLikeIsIterable`: an array of what has a length and no iterator, such as a NodeList of 2015; anything else as it is.
function _arrayLike(x) {
  var isLike = Object(x) === x && !x[typeof Symbol === "function" && Symbol.iterator || "@@iterator"] && x.length >= 0 && !x.call;
  return isLike ? [].slice.call(x) : x;
}
