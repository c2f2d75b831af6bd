function _computedMembers(a,b){_members(a,b,_ownKeys(b))}
