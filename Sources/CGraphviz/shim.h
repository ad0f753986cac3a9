#ifndef PILLAR_CGRAPHVIZ_SHIM_H
#define PILLAR_CGRAPHVIZ_SHIM_H

#include <graphviz/gvc.h>

#endif
