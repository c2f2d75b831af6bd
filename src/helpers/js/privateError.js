// What is done with a private member that the object does not have, or that can't be done with it.
function _privateError() {
  throw new TypeError("The object has no such private member, or it cannot be read or written");
}
