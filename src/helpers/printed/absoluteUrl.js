function _absoluteUrl(a){if(typeof document!=="object")return a;var b=document.createElement("a");b.href=a;return b.href}
