//! Tells the linker that the host has the functions of Node-API.

fn main() {
    napi_build::setup();
}
