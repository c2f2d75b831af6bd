// With `arrayLikeIsIterable`: an array of what has a length and no iterator, such as a NodeList of 2015; anything else as it is.
// On an engine without iterators, all that has a length is walked anyway.
function _arrayLike(x) {
  var key = typeof Symbol === "function" && Symbol.iterator || "@@iterator";
  return ""[key] && Object(x) === x && !x[key] && x.length >= 0 && !x.call ? [].slice.call(x) : x;
}
