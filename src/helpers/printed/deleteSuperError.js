function _deleteSuperError(){throw new ReferenceError("a property of super can't be deleted")}
