function _privateError(){throw new TypeError("The object has no such private member, or it cannot be read or written")}
