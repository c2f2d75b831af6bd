function _bindThis(a,b){return a&&Object(a)===a?a:b}
