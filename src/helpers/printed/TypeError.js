var _TypeError=TypeError;
